package lantian.warning.drill;

import java.time.Instant;

/**
 * What everybody who takes part was told beforehand.
 *
 * @param announcedBy who told them
 * @param announcedTo who was told
 */
public record AnnouncedDrill(
    String jurisdiction,
    String name,
    String scenario,
    Instant begins,
    Instant ends,
    String announcedBy,
    String announcedTo) {

  public AnnouncedDrill {
    if (!ends.isAfter(begins)) {
      throw new IllegalArgumentException("a drill ends after it begins");
    }
  }
}
