package lantian.warning.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets publications go where they go, and writes down that they did. */
@Service
public class Disseminating {
  private final PublicGate gate;
  private final Publications publications;
  private final Disseminations disseminations;
  private final Clock clock;

  public Disseminating(
      PublicGate gate, Publications publications, Disseminations disseminations, Clock clock) {
    this.gate = gate;
    this.publications = publications;
    this.disseminations = disseminations;
    this.clock = clock;
  }

  /** At the publication, in its transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void first(Publication publication) {
    write(publication, 1, publication.publishedAt(), null, null);
  }

  /**
   * The last publication once more, word for word: it comes first in the feed again. Empty: there
   * is none.
   */
  @Transactional
  public Optional<Publication> again(UUID warningId, String by, @Nullable String reason) {
    Optional<Publication> latest = publications.latest(warningId);
    latest.ifPresent(
        publication -> {
          int last =
              disseminations
                  .lastOf(warningId, publication.revision())
                  .map(Dissemination::number)
                  .orElse(0);
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          write(publication, last + 1, now, by, reason);
        });
    return latest;
  }

  private void write(
      Publication publication,
      int number,
      Instant at,
      @Nullable String by,
      @Nullable String reason) {
    Dissemination.Outcome outcome =
        gate.pass(publication).isPresent()
            ? Dissemination.Outcome.PUBLISHED
            : Dissemination.Outcome.WITHHELD;
    List<Dissemination> went =
        Arrays.stream(DisseminationChannel.values())
            .map(
                channel ->
                    new Dissemination(
                        publication.warningId(),
                        publication.revision(),
                        number,
                        channel,
                        outcome,
                        Sha256.of(content(publication, channel)),
                        at,
                        by,
                        reason))
            .toList();
    disseminations.add(went, publication);
  }

  private String content(Publication publication, DisseminationChannel channel) {
    return switch (channel) {
      case CAP -> publication.cap();
      case CAP_CN -> publication.capCn();
      case FEED, JSON -> publications.written(publication.texts());
    };
  }
}
