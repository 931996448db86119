package lantian.notification.link.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import lantian.events.AssignedDuty;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.kit.web.Languages;
import lantian.notification.delivery.Delivery;
import lantian.notification.link.LinkAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders the page: no script, nothing from outside, the one style inside allowed by its hash. In
 * the reader's language; what the message says stands in both.
 */
@Component
final class AnswerPages {
  private static final String TEMPLATE = "notification/answer";
  private static final DateTimeFormatter CHINESE_TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", Languages.CHINESE);
  private static final DateTimeFormatter ENGLISH_TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Languages.ENGLISH);

  private final ITemplateEngine templates;
  private final String style;

  AnswerPages(MessageSource messages) {
    var resolver = new ClassLoaderTemplateResolver(AnswerPages.class.getClassLoader());
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setTemplateEngineMessageSource(messages);
    this.templates = engine;
    this.style = read("templates/notification/answer.css");
  }

  /** A duty of the list, in the reader's language. */
  record Line(String statement, @Nullable String measure, @Nullable String due) {}

  /** Content-Security-Policy of every page. */
  String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(style)
        + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  }

  String of(LinkAnswer answer, Locale locale) {
    return switch (answer) {
      case LinkAnswer.Unknown _ -> plain("unknown", locale);
      case LinkAnswer.Expired _ -> plain("expired", locale);
      case LinkAnswer.Refused _ -> plain("refused", locale);
      case LinkAnswer.Superseded(var delivery) -> about(delivery, "superseded", locale);
      case LinkAnswer.Open(var delivery) -> about(delivery, "open", locale);
      case LinkAnswer.Answered(var delivery, var now) ->
          about(delivery, now ? "answered" : "again", locale);
    };
  }

  String unavailable(Locale locale) {
    return plain("unavailable", locale);
  }

  private String plain(String state, Locale locale) {
    return templates.process(TEMPLATE, context(state, locale));
  }

  private String about(Delivery delivery, String state, Locale locale) {
    var english = locale.equals(Languages.ENGLISH);
    var content = delivery.content();
    var addressee = delivery.addressee();
    var context = context(state, locale);
    context.setVariable("about", true);
    context.setVariable("drill", delivery.mode() == Mode.DRILL);
    context.setVariable("level", content.to().name());
    context.setVariable("place", content.jurisdictionName());
    context.setVariable("unit", english ? content.unitNameEn() : content.unitName());
    context.setVariable("name", addressee == null ? "" : addressee.name());
    context.setVariable("text", in(locale, content.text()));
    context.setVariable("other", english ? content.text().zh() : content.text().en());
    context.setVariable("at", time(content.at(), locale));
    context.setVariable("from", time(content.validFrom(), locale));
    context.setVariable("to", time(content.validTo(), locale));
    context.setVariable("duties", lines(content.duties().all(), locale));
    context.setVariable("answeredAt", time(delivery.progress().acknowledgedAt(), locale));
    context.setVariable("answeredBy", delivery.progress().acknowledgedBy());
    return templates.process(TEMPLATE, context);
  }

  private Context context(String state, Locale locale) {
    var english = locale.equals(Languages.ENGLISH);
    var context = new Context(locale);
    context.setVariable("language", english ? "en" : "zh-CN");
    context.setVariable("otherLanguage", english ? "zh-CN" : "en");
    context.setVariable("style", style);
    context.setVariable("state", state);
    context.setVariable("about", false);
    return context;
  }

  private static List<Line> lines(List<AssignedDuty> duties, Locale locale) {
    return duties.stream()
        .map(
            duty ->
                new Line(
                    in(locale, duty.statement()),
                    duty.measure() == null ? null : in(locale, duty.measure()),
                    time(duty.dueAt(), locale)))
        .toList();
  }

  private static String in(Locale locale, Text text) {
    return locale.equals(Languages.ENGLISH) ? text.en() : text.zh();
  }

  private static @Nullable String time(@Nullable Instant at, Locale locale) {
    return at == null ? null : time(ChinaTime.at(at), locale);
  }

  private static @Nullable String time(@Nullable OffsetDateTime at, Locale locale) {
    if (at == null) {
      return null;
    }
    var local = at.atZoneSameInstant(ChinaTime.ZONE);
    return (locale.equals(Languages.ENGLISH) ? ENGLISH_TIME : CHINESE_TIME).format(local);
  }

  private static String read(String resource) {
    try {
      return new ClassPathResource(resource, AnswerPages.class.getClassLoader())
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
