package lantian.warning.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.publication.Disseminating;
import lantian.warning.publication.Dissemination;
import lantian.warning.publication.Disseminations;
import lantian.warning.publication.Publication;
import lantian.warning.publication.Publications;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where publications went, and once more. */
@RestController
@Tag(name = "publication", description = "预警发布内容 / what is published of a warning")
class DisseminationController {
  private static final int LONGEST_REASON = 500;

  private final Publications publications;
  private final Disseminations disseminations;
  private final Disseminating disseminating;
  private final Jurisdictions jurisdictions;

  DisseminationController(
      Publications publications,
      Disseminations disseminations,
      Disseminating disseminating,
      Jurisdictions jurisdictions) {
    this.publications = publications;
    this.disseminations = disseminations;
    this.disseminating = disseminating;
    this.jurisdictions = jurisdictions;
  }

  record DisseminationsView(UUID warningId, List<DisseminationView> items) {}

  /** {@code number} 1: the publication itself; {@code by} null: nobody had it told again. */
  record DisseminationView(
      long revision,
      int number,
      String channel,
      Dissemination.Outcome outcome,
      String sha256,
      OffsetDateTime at,
      @Nullable String by,
      @Nullable String reason) {}

  record RepublishRequest(@Nullable String reason) {}

  @GetMapping({
    "/api/v1/warnings/{id}/disseminations",
    "/api/v1/drills/{drill}/warnings/{id}/disseminations"
  })
  @Operation(
      summary =
          "发布记录：何时、经何渠道、结果、内容指纹 / where it went: when, by which channel, and what became of it")
  DisseminationsView list(@PathVariable UUID id, Caller caller) {
    find(id, caller);
    return view(id);
  }

  @PostMapping("/api/v1/warnings/{id}/republish")
  @Operation(summary = "原样再次发布最新一版 / the last revision once more, word for word")
  DisseminationsView republish(
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable RepublishRequest request,
      Caller caller) {
    find(id, caller);
    String reason = request == null ? null : request.reason();
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw Problem.invalid(FieldError.at("/reason", "too-long", LONGEST_REASON));
    }
    String why = reason == null || reason.isBlank() ? null : reason.strip();
    if (disseminating.again(id, caller.subject(), why).isEmpty()) {
      throw unknown(id);
    }
    return view(id);
  }

  private void find(UUID id, Caller caller) {
    Publication publication = publications.latest(id).orElseThrow(() -> unknown(id));
    Jurisdiction place = jurisdictions.find(publication.jurisdiction()).orElseThrow();
    caller.requireJurisdiction(place.code(), place.authorityCode());
  }

  private DisseminationsView view(UUID id) {
    return new DisseminationsView(
        id,
        disseminations.of(id).stream()
            .map(
                each ->
                    new DisseminationView(
                        each.revision(),
                        each.number(),
                        each.channel().code(),
                        each.outcome(),
                        each.sha256(),
                        ChinaTime.at(each.at()),
                        each.person(),
                        each.reason()))
            .toList());
  }

  private static Problem unknown(UUID id) {
    return Problem.of(ProblemType.NOT_FOUND, "publication.unknown", id.toString());
  }
}
