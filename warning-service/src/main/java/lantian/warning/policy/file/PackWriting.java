package lantian.warning.policy.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lantian.events.Cause;
import lantian.events.WarningLevel;
import lantian.warning.policy.Approval;
import lantian.warning.policy.Condition;
import lantian.warning.policy.Damping;
import lantian.warning.policy.Lifecycle;
import lantian.warning.policy.Policy;
import lantian.warning.policy.StandIns;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one written form of a pack: the same rules give the same text, whoever wrote them in which
 * order, as YAML or as JSON.
 */
public final class PackWriting {
  static final String[] FIELDS = {
    "id",
    "version",
    "title",
    "source",
    "effectiveFrom",
    "jurisdictions",
    "conditions",
    "temporaryControl",
    "responses",
    "gapHours",
    "horizonHours",
    "liftHours",
    "leadHours",
    "historyHours",
    "dailyValue",
    "aqiStandard",
    "calendar",
    "dailyReportTime",
    "approvalDeadlineHours",
    "raising",
    "lowering",
    "lifecycle",
    "damping"
  };
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PackWriting() {}

  public static String json(Policy policy) {
    return JSON.writeValueAsString(document(policy));
  }

  /** The document, in the order in which its fields are written. */
  public static Map<String, Object> document(Policy policy) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", policy.id());
    document.put("version", policy.version());
    document.put("title", fields("zh", policy.title().zh(), "en", policy.title().en()));
    document.put("source", policy.source());
    document.put("effectiveFrom", policy.effectiveFrom().toString());
    document.put("jurisdictions", List.copyOf(new TreeSet<>(policy.jurisdictions())));
    document.put("conditions", policy.conditions().stream().map(PackWriting::condition).toList());
    document.put(
        "temporaryControl",
        policy.temporaryControl().stream().map(PackWriting::condition).toList());
    Map<String, Object> responses = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      responses.put(cause.name(), policy.responseTo(cause).name());
    }
    document.put("responses", responses);
    document.put("gapHours", policy.gapHours());
    document.put("horizonHours", policy.horizonHours());
    document.put("liftHours", policy.liftHours());
    document.put("leadHours", policy.leadHours());
    document.put("historyHours", policy.historyHours());
    document.put("dailyValue", policy.dailyValue().name());
    document.put("aqiStandard", policy.aqiStandard());
    document.put("calendar", policy.calendar());
    document.put("dailyReportTime", policy.dailyReportTime().toString());
    document.put("approvalDeadlineHours", policy.approvalDeadlineHours());
    Map<String, Object> raising = new LinkedHashMap<>();
    for (WarningLevel level : WarningLevel.values()) {
      Approval approval = policy.raising().get(level);
      if (approval != null) {
        raising.put(level.name(), approval(approval));
      }
    }
    document.put("raising", raising);
    document.put("lowering", approval(policy.lowering()));
    document.put("lifecycle", lifecycle(policy.lifecycle()));
    if (!policy.damping().equals(Damping.NONE)) {
      document.put("damping", damping(policy.damping()));
    }
    return document;
  }

  private static Map<String, Object> condition(Condition condition) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (condition.level() != WarningLevel.NONE) {
      fields.put("level", condition.level().name());
    }
    fields.put(condition.inclusive() ? "reaches" : "over", condition.threshold());
    fields.put("hours", condition.hours());
    Condition.Containing inner = condition.containing();
    if (inner != null) {
      fields.put("containing", fields("threshold", inner.threshold(), "hours", inner.hours()));
    }
    return fields;
  }

  private static Map<String, Object> approval(Approval approval) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("submittedBy", sorted(approval.submitters()));
    fields.put("approvedBy", sorted(approval.approvers()));
    fields.put("approvals", approval.approvals());
    if (!approval.standIns().equals(StandIns.NOBODY)) {
      fields.put(
          "standIns",
          fields(
              "roles",
              sorted(approval.standIns().roles()),
              "persons",
              sorted(approval.standIns().persons())));
    }
    return fields;
  }

  private static Map<String, Object> lifecycle(Lifecycle lifecycle) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("publishAheadHours", lifecycle.publishAheadHours());
    fields.put("promptBeforeHours", lifecycle.promptBeforeHours());
    fields.put("extendAtLeastHours", lifecycle.extendAtLeastHours());
    Map<String, Object> consultation = new LinkedHashMap<>();
    lifecycle
        .consultation()
        .forEach(
            (level, quorum) -> {
              Map<String, Object> people = new LinkedHashMap<>();
              quorum.opinions().forEach((body, needed) -> people.put(body.role(), needed));
              consultation.put(level.name(), people);
            });
    fields.put("consultation", consultation);
    return fields;
  }

  /** Left out where there is none: a pack kept before there was damping is the same text. */
  private static Map<String, Object> damping(Damping damping) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("raiseRuns", damping.raiseRuns());
    fields.put("lowerRuns", damping.lowerRuns());
    fields.put("withinHours", damping.withinHours());
    fields.put("atOnceHours", damping.atOnceHours());
    return fields;
  }

  private static List<String> sorted(java.util.Set<String> names) {
    return new ArrayList<>(new TreeSet<>(names));
  }

  private static Map<String, Object> fields(String a, Object first, String b, Object second) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(a, first);
    fields.put(b, second);
    return fields;
  }
}
