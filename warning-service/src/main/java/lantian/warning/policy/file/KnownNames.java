package lantian.warning.policy.file;

import java.util.Set;
import lantian.warning.aqi.AqiStandards;
import org.jspecify.annotations.Nullable;

/**
 * The names that a pack may use for what stands elsewhere.
 *
 * @param standards ids of AQI standards; null: not asked, of a pack that was taken in before
 * @param places codes of jurisdictions, of which an imported pack names at least one; null: not
 *     asked
 * @param packaged ids that an imported pack may not take
 */
public record KnownNames(
    @Nullable Set<String> standards, @Nullable Set<String> places, Set<String> packaged) {
  static final Set<String> CALENDARS = Set.of("state-council");

  /** Of a pack that was checked when it came in. */
  static final KnownNames NOT_ASKED = new KnownNames(null, null, Set.of());

  boolean isStandard(String id) {
    return standards == null || id.equals(AqiStandards.BY_DATE) || standards.contains(id);
  }

  boolean isPlace(String code) {
    return places == null || places.contains(code);
  }
}
