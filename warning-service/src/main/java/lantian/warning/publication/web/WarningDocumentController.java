package lantian.warning.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.function.Function;
import lantian.kit.security.Caller;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.publication.Publication;
import lantian.warning.publication.Publications;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What was published of a warning, for those who work with it: drills too. */
@RestController
@RequestMapping({"/api/v1/warnings/{id}", "/api/v1/drills/{drill}/warnings/{id}"})
@Tag(name = "publication", description = "预警发布内容 / what is published of a warning")
class WarningDocumentController {
  private final Publications publications;
  private final Jurisdictions jurisdictions;

  WarningDocumentController(Publications publications, Jurisdictions jurisdictions) {
    this.publications = publications;
    this.jurisdictions = jurisdictions;
  }

  @GetMapping("/cap")
  @Operation(
      summary =
          "CAP 1.2 报文（已签名）；不指定版次为最新 / CAP 1.2, signed; the latest revision, or the one asked for")
  ResponseEntity<byte[]> cap(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Long revision,
      Caller caller,
      WebRequest request) {
    return document(id, revision, caller, request, Publication::cap);
  }

  @GetMapping("/cap-cn")
  @Operation(
      summary =
          "按 GB/T 35965.1 的报文；不指定版次为最新 / by GB/T 35965.1; the latest revision, or the one asked for")
  ResponseEntity<byte[]> capCn(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Long revision,
      Caller caller,
      WebRequest request) {
    return document(id, revision, caller, request, Publication::capCn);
  }

  private ResponseEntity<byte[]> document(
      UUID id,
      @Nullable Long revision,
      Caller caller,
      WebRequest request,
      Function<Publication, String> which) {
    Publication publication =
        (revision == null ? publications.latest(id) : publications.find(id, revision))
            .orElseThrow(
                () -> Problem.of(ProblemType.NOT_FOUND, "publication.unknown", id.toString()));
    Jurisdiction place = jurisdictions.find(publication.jurisdiction()).orElseThrow();
    caller.requireJurisdiction(place.code(), place.authorityCode());
    return KeptContent.forReaders(Documents.CAP, which.apply(publication)).answer(request);
  }
}
