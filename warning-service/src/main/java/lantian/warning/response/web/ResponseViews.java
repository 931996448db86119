package lantian.warning.response.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.response.BindingPlaces;
import lantian.warning.response.Demand;
import lantian.warning.response.PlaceResponse;
import lantian.warning.response.PlaceResponses;
import lantian.warning.response.StricterResponse;
import lantian.warning.response.StricterResponses;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a place responds now, and what makes it. */
@Component
class ResponseViews {
  private final Warnings warnings;
  private final PlaceResponses responses;
  private final StricterResponses stricter;
  private final BindingPlaces binding;
  private final Jurisdictions jurisdictions;

  ResponseViews(
      Warnings warnings,
      PlaceResponses responses,
      StricterResponses stricter,
      BindingPlaces binding,
      Jurisdictions jurisdictions) {
    this.warnings = warnings;
    this.responses = responses;
    this.stricter = stricter;
    this.binding = binding;
    this.jurisdictions = jurisdictions;
  }

  /**
   * {@code id}: by which its duties are known; null where nothing is in force. {@code warning}: the
   * one for the place itself. {@code boundBy}: the one of a place above that binds it most.
   */
  record ResponseView(
      String jurisdiction,
      String jurisdictionName,
      Mode mode,
      WarningLevel level,
      @Nullable UUID id,
      long revision,
      @Nullable BindingView warning,
      @Nullable BindingView boundBy,
      @Nullable StricterView stricter) {}

  record BindingView(
      UUID warningId,
      long revision,
      String jurisdiction,
      String jurisdictionName,
      WarningLevel level) {}

  /** {@code boundLevel}: what it may not be below. */
  record StricterView(
      UUID id,
      StricterResponse.State state,
      Mode mode,
      String jurisdiction,
      WarningLevel level,
      WarningLevel boundLevel,
      String policy,
      String reason,
      String submittedBy,
      OffsetDateTime submittedAt,
      List<String> approvedBy,
      @Nullable OffsetDateTime begunAt,
      @Nullable String endedBy,
      @Nullable OffsetDateTime endedAt,
      long version) {

    static StricterView of(StricterResponse decision) {
      var begunAt = decision.begunAt();
      var endedAt = decision.endedAt();
      return new StricterView(
          decision.id(),
          decision.state(),
          decision.mode(),
          decision.jurisdiction(),
          decision.level(),
          decision.boundLevel(),
          decision.policy(),
          decision.reason(),
          decision.submittedBy(),
          ChinaTime.at(decision.submittedAt()),
          decision.approvers().stream().map(StricterResponse.Approver::name).toList(),
          begunAt == null ? null : ChinaTime.at(begunAt),
          decision.endedBy(),
          endedAt == null ? null : ChinaTime.at(endedAt),
          decision.version());
    }
  }

  ResponseView of(Jurisdiction place, Mode mode) {
    Warning own = warnings.inForce(place.code(), mode).orElse(null);
    PlaceResponse response = responses.inForce(place.code(), mode).orElse(null);
    Demand above = place.planned() ? binding.above(place, mode) : null;
    WarningLevel ownLevel = own == null ? WarningLevel.NONE : own.level();
    return new ResponseView(
        place.code(),
        place.name(),
        mode,
        response == null ? ownLevel : response.level(),
        response != null ? response.id() : own == null ? null : own.id(),
        response != null ? response.revision() : own == null ? 0 : own.revision(),
        own == null ? null : view(own.id(), own.revision(), place.code(), own.level()),
        above == null
            ? null
            : view(above.of(), above.revision(), above.jurisdiction(), above.level()),
        stricter.inForce(place.code(), mode).map(StricterView::of).orElse(null));
  }

  private BindingView view(UUID id, long revision, String code, WarningLevel level) {
    return new BindingView(
        id, revision, code, jurisdictions.find(code).orElseThrow().name(), level);
  }
}
