package lantian.notification.link.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lantian.kit.web.Languages;
import lantian.notification.link.AnsweringByLink;
import lantian.notification.link.LinkAnswer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /a/{token}}. To look (GET, HEAD) changes nothing: scanners and previews of mail open links
 * too. Only the button's POST answers; that it comes from the page needs no further proof, since
 * nobody else knows the token.
 */
@RestController
@RequestMapping("/a/{token}")
@Tag(name = "links", description = "确认链接，免登录 / signed links that answer without a password")
final class AnswerController {
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private static final List<String> OUTCOMES =
      List.of("answered", "again", "superseded", "refused", "expired", "unknown", "unavailable");

  private final AnsweringByLink answering;
  private final AnswerPages pages;
  private final MeterRegistry metrics;

  AnswerController(AnsweringByLink answering, AnswerPages pages, MeterRegistry metrics) {
    this.answering = answering;
    this.pages = pages;
    this.metrics = metrics;
    OUTCOMES.forEach(this::counter); // from the start, so that none is a gap
  }

  @RequestMapping(method = {RequestMethod.GET, RequestMethod.HEAD})
  @Operation(summary = "打开通知页面，不作任何确认 / shows the message; changes nothing")
  ResponseEntity<String> look(@PathVariable String token, HttpServletRequest request) {
    return page(answering.look(token), false, request);
  }

  @PostMapping
  @Operation(summary = "确认收到，只有一次 / confirms it, once")
  ResponseEntity<String> answer(@PathVariable String token, HttpServletRequest request) {
    return page(answering.answer(token), true, request);
  }

  @ExceptionHandler({
    TransientDataAccessException.class,
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    QueryTimeoutException.class
  })
  ResponseEntity<String> unavailable(HttpServletRequest request) {
    count("unavailable");
    return secured(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "2")
        .body(pages.unavailable(Languages.of(request)));
  }

  private ResponseEntity<String> page(LinkAnswer answer, boolean used, HttpServletRequest request) {
    if (used) {
      count(outcome(answer));
    }
    return secured(status(answer, used)).body(pages.of(answer, Languages.of(request)));
  }

  private static HttpStatus status(LinkAnswer answer, boolean used) {
    return switch (answer) {
      case LinkAnswer.Unknown _ -> HttpStatus.NOT_FOUND;
      case LinkAnswer.Expired _ -> HttpStatus.GONE;
      case LinkAnswer.Refused _ -> HttpStatus.FORBIDDEN;
      case LinkAnswer.Superseded _ -> used ? HttpStatus.CONFLICT : HttpStatus.OK;
      case LinkAnswer.Open _ -> HttpStatus.OK;
      case LinkAnswer.Answered answered ->
          used && !answered.now() ? HttpStatus.CONFLICT : HttpStatus.OK;
    };
  }

  private static String outcome(LinkAnswer answer) {
    return switch (answer) {
      case LinkAnswer.Unknown _ -> "unknown";
      case LinkAnswer.Expired _ -> "expired";
      case LinkAnswer.Refused _ -> "refused";
      case LinkAnswer.Superseded _ -> "superseded";
      case LinkAnswer.Open _ -> throw new IllegalStateException("was to be answered, and was not");
      case LinkAnswer.Answered answered -> answered.now() ? "answered" : "again";
    };
  }

  private void count(String outcome) {
    counter(outcome).increment();
  }

  private Counter counter(String outcome) {
    return metrics.counter("notification.link.used", "outcome", outcome);
  }

  private ResponseEntity.BodyBuilder secured(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header("Content-Security-Policy", pages.policy())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
