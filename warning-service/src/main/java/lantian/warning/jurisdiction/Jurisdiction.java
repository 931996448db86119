package lantian.warning.jurisdiction;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place (codes of GB/T 2260). Where the authority is another place, that one decides and this one
 * executes (大气污染防治法 Art. 95). That a place is warned, and that it has a plan of its own by which it
 * responds, are two things: a prefecture may have its plan in its counties, a county may have its
 * duties in the prefecture's.
 *
 * @param policies the policies that held and hold here, by id
 * @param forecasts which runs are expected here; of several sources the first one counts
 * @param within the place above, whose warnings bind this one; null where none is known
 * @param warned whether there are warnings for it; else it is only looked at, beside others
 * @param planned whether it has a plan that can fan out
 */
public record Jurisdiction(
    String code,
    String name,
    String nameEn,
    String authorityCode,
    String authorityName,
    String authorityNameEn,
    List<String> policies,
    @Nullable List<ExpectedRuns> forecasts,
    @Nullable String within,
    boolean warned,
    boolean planned) {

  /** A place by itself, with warnings and a plan. */
  public Jurisdiction(
      String code,
      String name,
      String nameEn,
      String authorityCode,
      String authorityName,
      String authorityNameEn,
      List<String> policies) {
    this(
        code,
        name,
        nameEn,
        authorityCode,
        authorityName,
        authorityNameEn,
        policies,
        null,
        null,
        true,
        true);
  }

  public Jurisdiction {
    policies = List.copyOf(policies);
    forecasts = forecasts == null ? List.of() : List.copyOf(forecasts);
    if (!code.matches("\\d{6}") || !authorityCode.matches("\\d{6}")) {
      throw new IllegalArgumentException("not an administrative code: " + code);
    }
    if (policies.isEmpty()) {
      throw new IllegalArgumentException(code + " has no policy");
    }
    for (int i = 0; i < forecasts.size() - 1; i++) {
      if (forecasts.get(i).source() == null) {
        throw new IllegalArgumentException(code + ": whoever is not named ranks last");
      }
    }
  }

  @Override
  public List<ExpectedRuns> forecasts() {
    return Objects.requireNonNull(forecasts);
  }

  /** What is expected of a source, or of any; null: nothing. */
  public @Nullable ExpectedRuns expectedOf(String source) {
    return forecasts().stream()
        .filter(runs -> runs.source() == null || source.equals(runs.source()))
        .findFirst()
        .orElse(null);
  }
}
