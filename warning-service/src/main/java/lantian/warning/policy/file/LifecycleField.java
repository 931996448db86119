package lantian.warning.policy.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lantian.events.WarningLevel;
import lantian.warning.policy.ConsultedBody;
import lantian.warning.policy.Lifecycle;
import lantian.warning.policy.Quorum;

/** How a warning is led, as a pack may say it; where it says nothing the usual holds. */
record LifecycleField(PackField field) {
  private static final int A_WEEK = 168;
  private static final int LARGEST_QUORUM = 20;
  private static final String[] BODIES =
      Stream.of(ConsultedBody.values()).map(ConsultedBody::role).toArray(String[]::new);

  /**
   * @param levels those that need an approval
   */
  Lifecycle read(List<WarningLevel> levels) {
    if (!field.isGiven()
        || !field.isObjectOf(
            "publishAheadHours", "promptBeforeHours", "extendAtLeastHours", "consultation")) {
      return Lifecycle.USUAL;
    }
    return new Lifecycle(
        hours("publishAheadHours", 0, Lifecycle.USUAL.publishAheadHours()),
        hours("promptBeforeHours", 1, Lifecycle.USUAL.promptBeforeHours()),
        hours("extendAtLeastHours", 1, Lifecycle.USUAL.extendAtLeastHours()),
        consultation(levels));
  }

  private int hours(String name, int least, int usual) {
    return field.at(name).isGiven() ? field.at(name).whole(least, A_WEEK) : usual;
  }

  private Map<WarningLevel, Quorum> consultation(List<WarningLevel> levels) {
    EnumMap<WarningLevel, Quorum> quorums = new EnumMap<>(WarningLevel.class);
    PackField byLevel = field.at("consultation");
    if (byLevel.isGiven()
        && byLevel.isObjectOf(levels.stream().map(Enum::name).toArray(String[]::new))) {
      for (WarningLevel level : levels) {
        if (byLevel.at(level.name()).isGiven()) {
          quorums.put(level, quorum(byLevel.at(level.name())));
        }
      }
    }
    return quorums;
  }

  private static Quorum quorum(PackField field) {
    EnumMap<ConsultedBody, Integer> people = new EnumMap<>(ConsultedBody.class);
    if (field.isObjectOf(BODIES)) {
      for (ConsultedBody body : ConsultedBody.values()) {
        if (field.at(body.role()).isGiven()) {
          people.put(body, field.at(body.role()).whole(1, LARGEST_QUORUM));
        }
      }
    }
    return new Quorum(people);
  }
}
