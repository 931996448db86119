package lantian.warning.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.scene.Scene;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that anybody may know without a token, and the only way to it: everything has passed the
 * gate.
 */
@Service
@Transactional(readOnly = true)
public class PublicWarnings {
  /** How long something is news. */
  private static final Duration NEWS = Duration.ofDays(30);

  private static final int MOST = 200;

  private final PublicGate gate;
  private final Publications publications;
  private final Disseminations disseminations;
  private final Warnings warnings;
  private final Jurisdictions jurisdictions;
  private final LookingAtAir lookingAtAir;
  private final Clock clock;

  public PublicWarnings(
      PublicGate gate,
      Publications publications,
      Disseminations disseminations,
      Warnings warnings,
      Jurisdictions jurisdictions,
      LookingAtAir lookingAtAir,
      Clock clock) {
    this.gate = gate;
    this.publications = publications;
    this.disseminations = disseminations;
    this.warnings = warnings;
    this.jurisdictions = jurisdictions;
    this.lookingAtAir = lookingAtAir;
    this.clock = clock;
  }

  /**
   * A warning in force.
   *
   * @param told what was published of it; null of one older than publications
   * @param measured the last hour with an index; null where there is none of late
   */
  public record InForce(
      Warning warning,
      Jurisdiction place,
      @Nullable Publication told,
      Air.@Nullable MeasuredHour measured) {}

  /** Those in force, newest first. */
  public List<InForce> inForce() {
    Instant now = clock.instant();
    List<String> places = jurisdictions.all().stream().map(Jurisdiction::code).toList();
    return warnings.list(places, Scene.LIVE, true).stream()
        .flatMap(warning -> inForce(warning, now).stream())
        .toList();
  }

  private Optional<InForce> inForce(Warning warning, Instant now) {
    Jurisdiction place = jurisdictions.find(warning.jurisdiction()).orElseThrow();
    Optional<Publication> told = publications.find(warning.id(), warning.revision());
    if (told.isPresent() && told.flatMap(gate::pass).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new InForce(
            warning, place, told.orElse(null), lookingAtAir.measured(place, Mode.LIVE, now)));
  }

  /** What is told of a warning at last, and when that was told last and its warning first. */
  public record News(Publication publication, Instant toldAt, Instant firstToldAt) {}

  /** The last of each warning of late, the one told last first. */
  public List<News> news() {
    return publications.latestSince(clock.instant().minus(NEWS), MOST).stream()
        .flatMap(publication -> gate.pass(publication).stream())
        .map(this::news)
        .sorted(Comparator.comparing(News::toldAt).reversed())
        .toList();
  }

  private News news(Publication publication) {
    return new News(
        publication,
        disseminations
            .lastOf(publication.warningId(), publication.revision())
            .map(Dissemination::at)
            .orElse(publication.publishedAt()),
        publications
            .find(publication.warningId(), 1)
            .map(Publication::publishedAt)
            .orElse(publication.publishedAt()));
  }

  /** The last publication of a warning. */
  public Optional<Publication> latest(UUID warningId) {
    return publications.latest(warningId).flatMap(gate::pass);
  }

  public Optional<Publication> find(UUID warningId, long revision) {
    return publications.find(warningId, revision).flatMap(gate::pass);
  }

  /** The places of the service. */
  public List<Jurisdiction> places() {
    return jurisdictions.all();
  }
}
