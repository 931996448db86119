package lantian.local.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out of a service what only the others have on their class path. In one JVM all stand on
 * one class path, and Spring Boot would configure for each what any of them needs.
 */
class AutoConfigurationChoice implements AutoConfigurationImportFilter, EnvironmentAware {

  /** The setting: beginnings of class names, separated by commas. */
  static final String LEFT_OUT = "lantian.local.left-out";

  private List<String> leftOut = List.of();

  @Override
  public void setEnvironment(Environment environment) {
    leftOut = List.of(environment.getProperty(LEFT_OUT, String[].class, new String[0]));
  }

  @Override
  public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
    var matches = new boolean[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      matches[i] = isKept(candidates[i]);
    }
    return matches;
  }

  private boolean isKept(@Nullable String candidate) {
    return candidate != null && leftOut.stream().noneMatch(candidate::startsWith);
  }
}
