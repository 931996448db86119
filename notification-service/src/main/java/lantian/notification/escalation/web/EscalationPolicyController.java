package lantian.notification.escalation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lantian.events.ChinaTime;
import lantian.events.DeliveryPurpose;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.notification.escalation.EscalationPolicies;
import lantian.notification.escalation.EscalationPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/escalation-policies}: what holds in a jurisdiction today. */
@RestController
@RequestMapping("/api/v1/escalation-policies")
@Tag(name = "escalation-policies", description = "升级提醒规则 / when deputy and duty desk are told")
final class EscalationPolicyController {
  private static final Pattern JURISDICTION = Pattern.compile("\\d{6}");

  private final EscalationPolicies policies;
  private final Clock clock;

  EscalationPolicyController(EscalationPolicies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /** A policy as it is shown. */
  record PolicyView(
      String jurisdiction,
      String policy,
      Text title,
      String source,
      LocalDate effectiveFrom,
      List<Rule> rules) {}

  /** Minutes of business time without an answer; null: not by time alone. */
  record Rule(
      DeliveryPurpose purpose,
      WarningLevel level,
      @Nullable Long deputyAfterMinutes,
      @Nullable Long dutyDeskAfterMinutes,
      @Nullable Long nobodyAfterMinutes) {}

  @GetMapping("/{jurisdiction}")
  @Operation(summary = "某行政区今日适用的升级提醒规则 / the policy that holds in a jurisdiction today")
  PolicyView read(@PathVariable String jurisdiction) {
    if (!JURISDICTION.matcher(jurisdiction).matches()) {
      throw Problem.of(ProblemType.NOT_FOUND, "notification.no-escalation-policy", jurisdiction);
    }
    var policy = policies.inForce(jurisdiction, ChinaTime.dateOf(clock.instant()));
    return new PolicyView(
        jurisdiction,
        policy.reference(),
        policy.title(),
        policy.source(),
        policy.effectiveFrom(),
        rules(policy));
  }

  private static List<Rule> rules(EscalationPolicy policy) {
    return Arrays.stream(DeliveryPurpose.values())
        .flatMap(
            purpose -> {
              var levels = policy.waits().get(purpose);
              return levels == null
                  ? Stream.<Rule>empty()
                  : Arrays.stream(WarningLevel.values())
                      .map(level -> rule(purpose, level, levels.get(level)));
            })
        .toList();
  }

  private static Rule rule(
      DeliveryPurpose purpose, WarningLevel level, EscalationPolicy.@Nullable Waits waits) {
    return waits == null
        ? new Rule(purpose, level, null, null, null)
        : new Rule(
            purpose,
            level,
            minutes(waits.deputy()),
            minutes(waits.dutyDesk()),
            minutes(waits.nobody()));
  }

  private static @Nullable Long minutes(@Nullable Duration wait) {
    return wait == null ? null : wait.toMinutes();
  }
}
