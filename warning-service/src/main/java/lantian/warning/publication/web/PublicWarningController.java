package lantian.warning.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.publication.PublicWarnings;
import lantian.warning.publication.Publication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * What everybody may know, without a token. It knows nothing but {@link PublicWarnings}, behind the
 * gate: no exercise, no names.
 */
@RestController
@RequestMapping("/public")
@Tag(name = "public", description = "公众可见，无需登录 / for everybody, without a token")
class PublicWarningController {
  private final PublicWarnings warnings;
  private final PublicViews views;
  private final AtomFeed feed;
  private final JsonMapper json;

  PublicWarningController(
      PublicWarnings warnings, PublicViews views, AtomFeed feed, JsonMapper json) {
    this.warnings = warnings;
    this.views = views;
    this.feed = feed;
    this.json = json;
  }

  @GetMapping(path = "/warnings", produces = "application/json")
  @Operation(
      summary = "正在生效的预警及六项公开内容，不含演练 / warnings in force with all that is told of them, no drills")
  ResponseEntity<byte[]> inForce(WebRequest request) {
    return json(views.of(warnings.inForce(), warnings.places()), request);
  }

  @GetMapping(path = "/warnings/{id}", produces = "application/json")
  @Operation(
      summary = "一次预警最近一次发布的内容，解除、撤销后仍可查 / what was published last of a warning, ended ones too")
  ResponseEntity<byte[]> read(@PathVariable UUID id, WebRequest request) {
    return json(views.of(warnings.latest(id).orElseThrow(() -> unknown(id))), request);
  }

  @GetMapping("/warnings/{id}/cap")
  @Operation(summary = "公开的 CAP 1.2 报文（已签名） / the CAP 1.2 document, signed")
  ResponseEntity<byte[]> cap(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Long revision,
      WebRequest request) {
    return KeptContent.forEverybody(Documents.CAP, find(id, revision).cap()).answer(request);
  }

  @GetMapping("/warnings/{id}/cap-cn")
  @Operation(summary = "公开的 GB/T 35965.1 报文 / the document by GB/T 35965.1")
  ResponseEntity<byte[]> capCn(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Long revision,
      WebRequest request) {
    return KeptContent.forEverybody(Documents.XML, find(id, revision).capCn()).answer(request);
  }

  @GetMapping("/feed.atom")
  @Operation(summary = "预警订阅源（Atom），附 CAP 链接 / Atom feed of warnings, with links to CAP")
  ResponseEntity<byte[]> feed(WebRequest request) {
    return KeptContent.forEverybody(Documents.ATOM, feed.of(warnings.news())).answer(request);
  }

  private ResponseEntity<byte[]> json(Object view, WebRequest request) {
    return KeptContent.forEverybody(Documents.JSON, json.writeValueAsString(view)).answer(request);
  }

  private Publication find(UUID id, @Nullable Long revision) {
    return (revision == null ? warnings.latest(id) : warnings.find(id, revision))
        .orElseThrow(() -> unknown(id));
  }

  private static Problem unknown(UUID id) {
    return Problem.of(ProblemType.NOT_FOUND, "publication.unknown", id.toString());
  }
}
