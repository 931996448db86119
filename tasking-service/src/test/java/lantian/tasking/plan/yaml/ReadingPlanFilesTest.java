package lantian.tasking.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.tasking.plan.Deadline;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.PlannedDuty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan file is read to the letter, or refused with its file and line. */
class ReadingPlanFilesTest {
  private static final String PLAN =
      """
      jurisdiction: "999999"
      name: 试验县预案
      nameEn: Plan of a test county
      version: 999999@1
      source: 试验清单
      sourceEn: A list for tests
      evaluationReport:
        duty: bgs.report
        receiver: bgs
        deadline: P5WD
        headings:
          - code: causes
            title: 成因
            titleEn: Causes
      units:
        - code: bgs
          name: 办公室
          nameEn: Office
          kind: OFFICE
          duties:
            - code: bgs.report
              clause: test#1/1
              statement: 写评估报告
              statementEn: Writes the evaluation report.
              phase: AFTER_LIFT
              kind: ACTION
              cadence: ONCE
              deadline: P5WD
        - code: zjj
          name: 住建局
          nameEn: Construction
          kind: DEPARTMENT
          duties:
            - code: zjj.site-dust
              clause: test#2/1
              statement: 管住扬尘
              statementEn: Keeps dust down.
              phase: IN_FORCE
              levels: [YELLOW, ORANGE]
              kind: ACTION
              cadence: ONCE
              deadline: PT4H
              evidence: 照片
              evidenceEn: Pictures
              supporting: [bgs]
              measures:
                YELLOW: 少开工
              measuresEn:
                YELLOW: Less work
              inferred: true
      """;

  @Test
  void theSampleItselfIsReadWhole() {
    Plan plan = read(PLAN);
    assertThat(plan.version()).isEqualTo("999999@1");
    PlannedDuty duty = plan.unit("zjj").orElseThrow().duties().getFirst();
    assertThat(duty.deadline()).isEqualTo(Deadline.parse("PT4H"));
    assertThat(duty.supporting()).containsExactly("bgs");
    assertThat(duty.measureAt(WarningLevel.ORANGE)).isEqualTo(new Text("少开工", "Less work"));
    assertThat(duty.inferred()).isTrue();
  }

  /** What is replaced, by what (| is a new line), where the fault is reported, and how. */
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "      inferred: true; ^inferred: true|        colour: RED^; 51; unknown field 'colour'",
        "name: 试验县预案; ^name: 试验县预案|county: x^; 3; unknown field 'county'",
        "      kind: DEPARTMENT; ^kind: DEPARTMENT|    kind: GROUP^; 33; field 'kind' is given twice",
        "        clause: test#2/1; ^^; 34; field 'clause' is missing",
        "clause: test#2/1; clause: somewhere; 35; a clause is written",
        "statementEn: Keeps dust down.; ^statementEn: \"\"^; 37; an empty text",
        "code: zjj.site-dust; code: bgs.site-dust; 34; duty code bgs.site-dust does not begin with its unit zjj",
        "code: zjj.site-dust; code: Dust; 34; a duty code is written",
        "^  - code: zjj|    name: 住建局^; ^  - code: bgs|    name: 住建局^; 29; unit code bgs is used twice",
        "supporting: [bgs]; supporting: [gaj]; 34; supporting unit gaj is not in the plan",
        "supporting: [bgs]; supporting: [zjj]; 34; unit zjj cannot support its own duty",
        "supporting: [bgs]; supporting: [bgs, bgs]; 45; 'bgs' stands twice in supporting",
        "supporting: [bgs]; supporting: bgs; 45; a list was expected here",
        "levels: [YELLOW, ORANGE]; levels: [YELLOW, BLUE]; 39; 'BLUE' is none of",
        "levels: [YELLOW, ORANGE]; levels: [NONE, YELLOW]; 34; a duty has no level NONE",
        "levels: [YELLOW, ORANGE]; levels: [ORANGE]; 34; a measure is given for a level at which it does not hold",
        "levels: [YELLOW, ORANGE]; levels: []; 34; a measure is given for a level",
        "phase: IN_FORCE; phase: STANDING; 34; a STANDING duty has no levels",
        "phase: IN_FORCE; phase: AFTER_LIFT; 34; an AFTER_LIFT duty has no levels",
        "phase: IN_FORCE; phase: SOMETIMES; 38; 'SOMETIMES' is none of",
        "cadence: ONCE|        deadline: PT4H; cadence: DAILY|        deadline: PT4H; 34; an IN_FORCE duty is ONCE",
        "deadline: PT4H; ^deadline: \"17:00\"^; 34; an IN_FORCE duty is ONCE",
        "deadline: PT4H; ^deadline: \"25:00\"^; 42; '25:00' is no deadline",
        "deadline: PT4H; deadline: soon; 42; 'soon' is no deadline",
        "deadline: PT4H; deadline: PT0S; 42; a deadline lies after the beginning",
        "evidenceEn: Pictures; ^^; 43; evidence and evidenceEn stand together",
        "measuresEn:|          YELLOW: Less work; ^measuresEn:|          ORANGE: Less work^; 48; measures and measuresEn name different levels",
        "measuresEn:|          YELLOW: Less work; measuresEn: Less work; 48; fields were expected here",
        "inferred: true; inferred: perhaps; 50; perhaps is not true or false",
        "^phase: AFTER_LIFT|        kind: ACTION|        cadence: ONCE|        deadline: P5WD^; ^phase: STANDING|        kind: ACTION^; 8; is not an AFTER_LIFT duty",
        "receiver: bgs; receiver: zhb; 8; receiver zhb is no unit of the plan",
        "duty: bgs.report; duty: bgs.summary; 8; is not an AFTER_LIFT duty of the plan",
        "version: 999999@1; ^version: \"1\"^; 1; version 1 is not 999999@n",
        "jurisdiction: \"999999\"; ^jurisdiction: \"888888\"^; 1; belongs in 888888.yaml",
        "units:; ^units: [|^; 17; not YAML",
      })
  void whatIsWrongIsRefusedAtItsLine(String instead, String given, int line, String complaint) {
    String before = lines(instead);
    assertThat(PLAN).contains(before);
    String broken = PLAN.replace(before, lines(given));
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(UnreadablePlan.class)
        .hasMessageStartingWith("plans/999999.yaml:" + line + ": ")
        .hasMessageContaining(complaint);
  }

  @Test
  void aDutyCodeIsUsedOnlyOnce() {
    String broken =
        PLAN
            + """
                  - code: zjj.site-dust
                    clause: test#2/2
                    statement: 再管一次
                    statementEn: Once more.
                    phase: STANDING
                    kind: ACTION
            """;
    assertThatThrownBy(() -> read(broken))
        .hasMessageContaining("plans/999999.yaml:51: ")
        .hasMessageContaining("duty code zjj.site-dust is used twice");
  }

  @Test
  void anEmptyFileIsNoPlan() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("plans/999999.yaml: the file is empty");
  }

  private static String lines(String text) {
    return text.replace("|", "\n");
  }

  private static Plan read(String content) {
    return PlanFile.read("plans/999999.yaml", new StringReader(content));
  }
}
