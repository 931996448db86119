package lantian.warning.policy.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Cause;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.policy.Approval;
import lantian.warning.policy.Condition;
import lantian.warning.policy.Damping;
import lantian.warning.policy.Lifecycle;
import lantian.warning.policy.Policy;
import lantian.warning.policy.PolicyFault;
import lantian.warning.series.DailyValue;
import tools.jackson.databind.JsonNode;

/** Reads the document of a pack, of the shape of {@code policies/*.yaml}, and all its faults. */
public final class PackDocument {
  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final int LONGEST_ID = 60;
  private static final int LARGEST_VERSION = 9_999;
  private static final int LONGEST_TITLE = 200;
  private static final int LARGEST_AQI = 500;
  private static final int ONE_WINDOW = 24;
  private static final int MOST_HOURS = 240;
  private static final int A_YEAR = 8_760;
  private static final int MOST_CONDITIONS = 20;
  private static final int MOST_PLACES = 200;
  private static final int LONGEST_LEAD = 72;
  private static final int LATEST_DEADLINE = 48;
  private static final int USUAL_DEADLINE = 2;
  private static final List<WarningLevel> LEVELS =
      List.of(WarningLevel.YELLOW, WarningLevel.ORANGE, WarningLevel.RED);

  private final PackField pack;
  private final KnownNames known;
  private final List<PolicyFault> faults;

  private PackDocument(JsonNode document, KnownNames known) {
    this.faults = new ArrayList<>();
    this.pack = PackField.of(document, faults);
    this.known = known;
  }

  /** All of it, or all that is wrong. */
  public static ReadPack read(JsonNode document, KnownNames known) {
    return new PackDocument(document, known).read();
  }

  private ReadPack read() {
    if (!pack.isObjectOf(PackWriting.FIELDS)) {
      return new ReadPack.Broken(faults);
    }
    String id = id();
    int version = pack.at("version").whole(1, LARGEST_VERSION);
    Text title = title();
    String source = pack.at("source").text(LONGEST_TITLE);
    var effectiveFrom = pack.at("effectiveFrom").date();
    List<String> places = places();
    List<Condition> conditions = conditions(pack.at("conditions"), 1, LEVELS);
    List<Condition> control =
        conditions(pack.at("temporaryControl"), 0, List.of(WarningLevel.NONE));
    Map<Cause, Response> responses = responses();
    int gap = pack.at("gapHours").whole(1, MOST_HOURS);
    int horizon = pack.at("horizonHours").whole(1, MOST_HOURS);
    int lift = pack.at("liftHours").whole(1, MOST_HOURS);
    int lead = pack.at("leadHours").whole(0, LONGEST_LEAD);
    int history = pack.at("historyHours").whole(ONE_WINDOW, A_YEAR);
    DailyValue dailyValue = pack.at("dailyValue").oneOf(DailyValue.class);
    String standard =
        pack.at("aqiStandard").text(LONGEST_ID, known::isStandard, "unknown-aqi-standard");
    String calendar =
        pack.at("calendar").text(LONGEST_ID, KnownNames.CALENDARS::contains, "unknown-calendar");
    var reportTime = pack.at("dailyReportTime").timeOfDay();
    PackField deadline = pack.at("approvalDeadlineHours");
    int deadlineHours = deadline.isGiven() ? deadline.whole(1, LATEST_DEADLINE) : USUAL_DEADLINE;
    Map<WarningLevel, Approval> raising = raising(conditions);
    Approval lowering = new ApprovalField(pack.at("lowering")).read(null);
    Lifecycle lifecycle = new LifecycleField(pack.at("lifecycle")).read(LEVELS);
    Damping damping = new DampingField(pack.at("damping")).read();
    if (!faults.isEmpty()) {
      return new ReadPack.Broken(faults);
    }
    return new ReadPack.Whole(
        new Policy(
            id,
            version,
            title,
            source,
            effectiveFrom,
            places,
            conditions,
            control,
            responses,
            gap,
            horizon,
            lift,
            lead,
            history,
            dailyValue,
            standard,
            calendar,
            reportTime,
            deadlineHours,
            raising,
            lowering,
            lifecycle,
            damping));
  }

  private String id() {
    PackField field = pack.at("id");
    String id = field.text(LONGEST_ID, text -> text.matches(ID), "policy-id");
    if (known.packaged().contains(id)) {
      field.wrong("packaged-id", id);
    }
    return id;
  }

  private Text title() {
    PackField title = pack.at("title");
    return title.isObjectOf("zh", "en")
        ? new Text(title.at("zh").text(LONGEST_TITLE), title.at("en").text(LONGEST_TITLE))
        : new Text("", "");
  }

  private List<String> places() {
    int least = known.places() == null ? 0 : 1;
    return List.copyOf(
        pack.at("jurisdictions")
            .texts(least, MOST_PLACES, LONGEST_ID, known::isPlace, "unknown-jurisdiction"));
  }

  private List<Condition> conditions(PackField field, int least, List<WarningLevel> levels) {
    List<Condition> conditions = new ArrayList<>();
    for (PackField item : field.items(least, MOST_CONDITIONS)) {
      int before = faults.size();
      Condition condition = condition(item, levels);
      if (faults.size() == before) {
        if (conditions.contains(condition)) {
          item.wrong("condition-twice");
        }
        conditions.add(condition);
      }
    }
    return conditions;
  }

  /** Of a temporary control there is no level to be named. */
  private Condition condition(PackField item, List<WarningLevel> levels) {
    boolean levelled = !levels.contains(WarningLevel.NONE);
    Condition harmless = new Condition(levels.getFirst(), LARGEST_AQI, true, ONE_WINDOW, null);
    if (!(levelled
        ? item.isObjectOf("level", "over", "reaches", "hours", "containing")
        : item.isObjectOf("over", "reaches", "hours"))) {
      return harmless;
    }
    int before = faults.size();
    WarningLevel level = levelled ? item.at("level").oneOf(levels) : WarningLevel.NONE;
    boolean over = item.at("over").isGiven();
    if (over == item.at("reaches").isGiven()) {
      item.wrong("over-or-reaches");
      return harmless;
    }
    int threshold =
        over ? item.at("over").whole(1, LARGEST_AQI - 1) : item.at("reaches").whole(1, LARGEST_AQI);
    int hours =
        over || item.at("hours").isGiven()
            ? item.at("hours").whole(ONE_WINDOW, MOST_HOURS)
            : ONE_WINDOW;
    Condition.Containing containing =
        item.at("containing").isGiven()
            ? containing(item.at("containing"), over, threshold, hours)
            : null;
    return faults.size() == before
        ? new Condition(level, threshold, !over, hours, containing)
        : harmless;
  }

  private Condition.Containing containing(PackField field, boolean over, int threshold, int hours) {
    if (!over) {
      field.wrong("containing-without-over");
    }
    if (!field.isObjectOf("threshold", "hours")) {
      return new Condition.Containing(LARGEST_AQI, ONE_WINDOW);
    }
    int inner = field.at("threshold").whole(1, LARGEST_AQI - 1);
    int innerHours = field.at("hours").whole(ONE_WINDOW, MOST_HOURS);
    if (inner <= threshold) {
      field.at("threshold").wrong("contained-not-higher", threshold);
    }
    if (innerHours > hours) {
      field.at("hours").wrong("contained-longer", hours);
    }
    return new Condition.Containing(inner, innerHours);
  }

  private Map<Cause, Response> responses() {
    EnumMap<Cause, Response> responses = new EnumMap<>(Cause.class);
    PackField field = pack.at("responses");
    String[] causes = new String[Cause.values().length];
    for (Cause cause : Cause.values()) {
      causes[cause.ordinal()] = cause.name();
    }
    if (field.isObjectOf(causes)) {
      for (Cause cause : Cause.values()) {
        responses.put(cause, field.at(cause.name()).oneOf(Response.class));
      }
    }
    return responses;
  }

  private Map<WarningLevel, Approval> raising(List<Condition> conditions) {
    EnumMap<WarningLevel, Approval> raising = new EnumMap<>(WarningLevel.class);
    PackField field = pack.at("raising");
    if (!field.isObjectOf(LEVELS.stream().map(Enum::name).toArray(String[]::new))) {
      return raising;
    }
    for (WarningLevel level : LEVELS) {
      PackField approval = field.at(level.name());
      if (approval.isGiven()) {
        raising.put(level, new ApprovalField(approval).read(level));
      } else if (conditions.stream().anyMatch(condition -> condition.level() == level)) {
        approval.wrong("nobody-approves", level.name());
      }
    }
    return raising;
  }
}
