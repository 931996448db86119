package lantian.tasking.plan.yaml;

import java.io.Reader;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.tasking.plan.Cadence;
import lantian.tasking.plan.Deadline;
import lantian.tasking.plan.EvaluationReport;
import lantian.tasking.plan.InvalidPlan;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.PlanUnit;
import lantian.tasking.plan.PlannedDuty;
import lantian.tasking.plan.UnitKind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** One plan file; every fault is reported with the file's name and the line. */
final class PlanFile {
  private static final Function<String, String> UNIT_CODE =
      matching("[a-z]{2,12}", "a unit code is 2 to 12 small letters");
  private static final Function<String, String> DUTY_CODE =
      matching("[a-z]{2,12}\\.[a-z0-9]+(-[a-z0-9]+)*", "a duty code is written unit.what-it-is");
  private static final Function<String, String> CLAUSE =
      matching(
          "[a-z]+#([0-9]+|[一二三四五六七八九十]+\\.[0-9]+)(/[1-9][0-9]*)?",
          "a clause is written dengkou#15/3 or changji#四.13/2");

  private final String file;
  private final Map<String, YamlObject> placesByCode = new HashMap<>();

  private PlanFile(String file) {
    this.file = file;
  }

  /**
   * Reads a plan.
   *
   * @throws UnreadablePlan where the file is not exactly a valid plan
   */
  static Plan read(String file, Reader content) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(content);
    } catch (MarkedYAMLException e) {
      throw UnreadablePlan.at(
          file, e.getProblemMark(), "not YAML: " + String.valueOf(e.getProblem()), e);
    } catch (YAMLException e) {
      throw UnreadablePlan.in(file, "not YAML: " + e.getMessage(), e);
    }
    if (root == null) {
      throw UnreadablePlan.in(file, "the file is empty", null);
    }
    return new PlanFile(file).plan(new YamlObject(file, root));
  }

  private Plan plan(YamlObject fields) {
    String jurisdiction =
        fields.parsed(
            "jurisdiction", matching("[0-9]{6}", "a jurisdiction is a code of six digits"));
    if (!file.endsWith(jurisdiction + ".yaml")) {
      throw fields.refuseField(
          "jurisdiction", "the plan of " + jurisdiction + " belongs in " + jurisdiction + ".yaml");
    }
    Text name = text(fields, "name");
    String version = fields.text("version");
    Text source = text(fields, "source");
    YamlObject report = fields.object("evaluationReport");
    EvaluationReport evaluationReport = evaluationReport(report);
    List<PlanUnit> units = fields.objects("units").stream().map(this::unit).toList();
    fields.end();
    try {
      return new Plan(jurisdiction, name, version, source, evaluationReport, units);
    } catch (InvalidPlan e) {
      YamlObject place =
          switch (e.subject()) {
            case HEADER -> fields;
            case REPORT -> report;
            case UNIT, DUTY -> placesByCode.getOrDefault(e.code(), fields);
          };
      throw place.refuse(String.valueOf(e.getMessage()), e);
    }
  }

  private static EvaluationReport evaluationReport(YamlObject fields) {
    String duty = fields.parsed("duty", DUTY_CODE);
    String receiver = fields.parsed("receiver", UNIT_CODE);
    Deadline.WorkingDays deadline =
        fields.parsed(
            "deadline",
            written -> {
              if (Deadline.parse(written) instanceof Deadline.WorkingDays days) {
                return days;
              }
              throw new IllegalArgumentException("a report is due in working days, such as P5WD");
            });
    List<EvaluationReport.Heading> headings =
        fields.objects("headings").stream()
            .map(
                each -> {
                  var heading =
                      new EvaluationReport.Heading(each.text("code"), text(each, "title"));
                  each.end();
                  return heading;
                })
            .toList();
    boolean inferred = fields.flag("inferred");
    fields.end();
    return new EvaluationReport(duty, receiver, deadline, headings, inferred);
  }

  private PlanUnit unit(YamlObject fields) {
    String code = fields.parsed("code", UNIT_CODE);
    placesByCode.put(code, fields);
    Text name = text(fields, "name");
    UnitKind kind = fields.parsed("kind", YamlObject.constant(UnitKind.class));
    List<PlannedDuty> duties = fields.objects("duties").stream().map(this::duty).toList();
    fields.end();
    return new PlanUnit(code, name, kind, duties);
  }

  private PlannedDuty duty(YamlObject fields) {
    String code = fields.parsed("code", DUTY_CODE);
    placesByCode.put(code, fields);
    String clause = fields.parsed("clause", CLAUSE);
    Text statement = text(fields, "statement");
    DutyPhase phase = fields.parsed("phase", YamlObject.constant(DutyPhase.class));
    List<WarningLevel> levels = fields.items("levels", YamlObject.constant(WarningLevel.class));
    List<Response> responses = fields.items("responses", YamlObject.constant(Response.class));
    if (responses.isEmpty() && phase != DutyPhase.STANDING) {
      responses = List.of(Response.COLOURED);
    }
    DutyKind kind = fields.parsed("kind", YamlObject.constant(DutyKind.class));
    Cadence cadence = fields.optionallyParsed("cadence", YamlObject.constant(Cadence.class));
    Deadline deadline = fields.optionallyParsed("deadline", Deadline::parse);
    Text evidence = optionalText(fields, "evidence");
    List<String> supporting = fields.items("supporting", UNIT_CODE);
    Map<WarningLevel, Text> measures = measures(fields);
    boolean inferred = fields.flag("inferred");
    fields.end();
    try {
      return new PlannedDuty(
          code,
          statement,
          phase,
          new LinkedHashSet<>(levels),
          new LinkedHashSet<>(responses),
          kind,
          cadence,
          deadline,
          evidence,
          supporting,
          measures,
          clause,
          inferred);
    } catch (IllegalArgumentException e) {
      throw fields.refuse(code + ": " + e.getMessage(), e);
    }
  }

  private static Map<WarningLevel, Text> measures(YamlObject fields) {
    Map<WarningLevel, String> chinese = fields.textsBy(WarningLevel.class, "measures");
    Map<WarningLevel, String> english = fields.textsBy(WarningLevel.class, "measuresEn");
    if (!chinese.keySet().equals(english.keySet())) {
      throw fields.refuseField("measuresEn", "measures and measuresEn name different levels");
    }
    Map<WarningLevel, Text> measures = new EnumMap<>(WarningLevel.class);
    for (Map.Entry<WarningLevel, String> each : chinese.entrySet()) {
      String beside = english.get(each.getKey());
      if (beside != null) {
        measures.put(each.getKey(), new Text(each.getValue(), beside));
      }
    }
    return measures;
  }

  private static Text text(YamlObject fields, String field) {
    return new Text(fields.text(field), fields.text(field + "En"));
  }

  private static @Nullable Text optionalText(YamlObject fields, String field) {
    String chinese = fields.optionalText(field);
    String english = fields.optionalText(field + "En");
    if (chinese == null && english == null) {
      return null;
    }
    if (chinese == null || english == null) {
      throw fields.refuseField(field, field + " and " + field + "En stand together");
    }
    return new Text(chinese, english);
  }

  private static Function<String, String> matching(String pattern, String rule) {
    return text -> {
      if (!text.matches(pattern)) {
        throw new IllegalArgumentException("'" + text + "': " + rule);
      }
      return text;
    };
  }
}
