package lantian.warning.policy.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.warning.policy.Policy;
import lantian.warning.policy.PolicyPack;
import org.jspecify.annotations.Nullable;

/**
 * A policy as its reader sees it.
 *
 * @param jurisdictions the places for which it is made, by code
 * @param inForceIn those of them where a run issued now is judged by it
 * @param holdsFrom its date, or when it was put into force if that was later; null of a draft
 * @param contentSha256 of the one written form of an imported pack; null of a packaged one
 */
record PolicyView(
    String reference,
    String id,
    int version,
    State state,
    String title,
    String source,
    LocalDate effectiveFrom,
    @Nullable OffsetDateTime holdsFrom,
    List<String> jurisdictions,
    List<String> inForceIn,
    @Nullable String importedBy,
    @Nullable OffsetDateTime importedAt,
    @Nullable String activatedBy,
    @Nullable OffsetDateTime activatedAt,
    @Nullable String contentSha256) {

  /** Where a policy comes from, and whether it may judge. */
  enum State {
    /** It comes with the service. */
    PACKAGED,
    /** Brought in, to be tried out; nobody is warned by it. */
    DRAFT,
    /** Put into force by a second person. */
    ACTIVE
  }

  /** A policy with its document, of the shape in which packs are brought in. */
  record Whole(PolicyView policy, Map<String, Object> content) {}

  static PolicyView ofPackaged(
      Policy policy, List<String> places, List<String> inForceIn, Locale locale) {
    return new PolicyView(
        policy.reference(),
        policy.id(),
        policy.version(),
        State.PACKAGED,
        title(policy, locale),
        policy.source(),
        policy.effectiveFrom(),
        ChinaTime.at(policy.effectiveAt()),
        places,
        inForceIn,
        null,
        null,
        null,
        null,
        null);
  }

  static PolicyView of(PolicyPack pack, List<String> inForceIn, Locale locale) {
    Policy policy = pack.policy();
    PolicyPack.Activation activation = pack.activation();
    return new PolicyView(
        policy.reference(),
        policy.id(),
        policy.version(),
        activation == null ? State.DRAFT : State.ACTIVE,
        title(policy, locale),
        policy.source(),
        policy.effectiveFrom(),
        beijing(pack.holdsFrom()),
        policy.jurisdictions(),
        inForceIn,
        pack.importedBy(),
        ChinaTime.at(pack.importedAt()),
        activation == null ? null : activation.by(),
        activation == null ? null : ChinaTime.at(activation.at()),
        pack.fingerprint());
  }

  private static String title(Policy policy, Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? policy.title().en()
        : policy.title().zh();
  }

  private static @Nullable OffsetDateTime beijing(@Nullable Instant at) {
    return at == null ? null : ChinaTime.at(at);
  }
}
