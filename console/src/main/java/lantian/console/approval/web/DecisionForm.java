package lantian.console.approval.web;

import java.util.Optional;
import java.util.UUID;
import lantian.console.approval.Decision;
import org.jspecify.annotations.Nullable;

/** The form below a proposal, as it comes back: anybody may have written it. */
record DecisionForm(
    @Nullable String decision,
    @Nullable String proposal,
    @Nullable String drill,
    @Nullable String version,
    @Nullable String seen,
    @Nullable String reason) {

  /** Empty for what no form of the page says. */
  Optional<Decision> read() {
    if (decision == null || proposal == null || version == null || seen == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Decision(
              Decision.Move.valueOf(decision),
              UUID.fromString(proposal),
              drill == null || drill.isEmpty() ? null : UUID.fromString(drill),
              Long.parseLong(version),
              seen,
              reason == null || reason.isBlank() ? null : reason.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
