package lantian.tasking.plan.yaml;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.Plans;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The plan files {@code plans/<jurisdiction>.yaml} of the class path, read once at the start. */
@Component
class YamlPlans implements Plans {
  private final Map<String, Plan> byJurisdiction = new TreeMap<>();

  YamlPlans() {
    try {
      for (Resource each :
          new PathMatchingResourcePatternResolver().getResources("classpath*:plans/*.yaml")) {
        try (Reader content =
            new InputStreamReader(each.getInputStream(), StandardCharsets.UTF_8)) {
          Plan plan = PlanFile.read("plans/" + each.getFilename(), content);
          byJurisdiction.put(plan.jurisdiction(), plan);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (byJurisdiction.isEmpty()) {
      throw new IllegalStateException("no plan in plans/*.yaml on the class path");
    }
  }

  @Override
  public Optional<Plan> of(String jurisdiction) {
    return Optional.ofNullable(byJurisdiction.get(jurisdiction));
  }

  @Override
  public List<Plan> all() {
    return List.copyOf(byJurisdiction.values());
  }
}
