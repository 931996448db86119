package lantian.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.events.Mode;
import lantian.kit.security.Role;
import lantian.reporting.episode.Extent;
import lantian.reporting.report.ReportId;
import lantian.reporting.report.Reports;
import lantian.reporting.report.Words;
import lantian.reporting.report.docx.WordReport;
import lantian.reporting.report.section.ReadingReport;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A warning with more duties than anybody reads: a report of a few pages, and lists of the rest.
 */
@OnReportingService
class ReportOverManyDutiesTest {
  private static final int UNITS = 4_000;
  private static final int DUTIES_OF_A_UNIT = 5;
  private static final int SILENT = 40;
  private static final int LATE = 80;
  private static final int SHOWN = 60;

  @Autowired Rest rest;
  @Autowired TopicProbe topics;
  @Autowired Reports reports;
  @Autowired ReadingReport reading;
  @Autowired WordReport word;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;

  @Test
  void theReportCountsAllNamesThoseThatMatterAndSaysWhereTheRestIs() throws IOException {
    var told = lifted("652380", Mode.LIVE);
    work(told.warning);
    messages(told.warning);
    var report = rest.as(Role.OFFICE).get(path(told)).json();

    assertThat(value(report, "measures.units")).isEqualTo(UNITS);
    assertThat(value(report, "measures.assigned")).isEqualTo(UNITS * DUTIES_OF_A_UNIT);
    assertThat(value(report, "measures.completed")).isEqualTo(UNITS - SILENT);
    assertThat(value(report, "measures.overdue")).isEqualTo(LATE);
    assertThat(value(report, "measures.late-units")).isEqualTo(LATE);
    assertThat(value(report, "measures.silent-units")).isEqualTo(SILENT);
    assertThat(value(report, "support.sent")).isEqualTo(2 * UNITS);
    assertThat(value(report, "support.unanswered")).isEqualTo(2 * SILENT);
    assertThat(rows(report)).allSatisfy(rows -> assertThat(rows).isLessThanOrEqualTo(SHOWN));
    var byUnit = table(report, "measures.by-unit");
    assertThat(byUnit.path("rows")).hasSize(SHOWN);
    assertThat(byUnit.path("rows").valueStream().map(row -> remark(row)).distinct())
        .containsExactly("无任何回应", "有逾期", "");
    assertThat(byUnit.path("more").path("all").asInt()).isEqualTo(UNITS);
    assertThat(byUnit.path("more").path("text").asString())
        .contains("共 4000 个单位", "其中 60 个", path(told) + "/duties.csv");
    assertThat(text(report, "measures", "DATA_SAY")).contains("另有 60 个");
    assertThat(
            table(report, "support.by-unit")
                .path("rows")
                .get(0)
                .path("cells")
                .get(0)
                .path("text")
                .asString())
        .startsWith("企业");

    var completed = figure(report, "measures.completed");
    var source = source(report, completed);
    assertThat(source.path("count").asInt()).isEqualTo(UNITS - SILENT);
    assertThat(source.path("events")).isEmpty();
    assertThat(events(source.path("href").asString())).hasSize(UNITS - SILENT);
    var assigned = source(report, figure(report, "measures.assigned"));
    assertThat(events(assigned.path("href").asString())).hasSize(UNITS);
    assertThat(assigned.path("count").asInt()).isEqualTo(UNITS);

    var page = rest.as(Role.OFFICE).get(path(told) + ".html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().split("<tr", -1)).hasSizeLessThan(20 * SHOWN);
    assertThat(page.body()).contains("共 4000 个单位", "/events?type=duty.completed.v1");
    try (var document = document(told, Locale.SIMPLIFIED_CHINESE)) {
      assertThat(document.getTables())
          .allSatisfy(table -> assertThat(table.getNumberOfRows()).isLessThanOrEqualTo(SHOWN + 1));
      assertThat(document.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .anyMatch(text -> text.contains("共 4000 个单位"));
    }
  }

  @Test
  void ofADrillItSaysSoAndInEnglishToo() throws IOException {
    var told = lifted("652381", Mode.DRILL);
    work(told.warning);
    var report = rest.as(Role.OFFICE).inEnglish().get(path(told)).json();
    assertThat(table(report, "measures.by-unit").path("more").path("text").asString())
        .contains("60 of 4000 units");
    assertThat(text(report, "measures", "DATA_SAY")).contains("and 60 more");
    try (var document = document(told, Locale.ENGLISH)) {
      assertThat(document.getHeaderList().getFirst().getText()).isNotBlank();
      assertThat(document.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .anyMatch(text -> text.contains("60 of 4000 units"));
    }
  }

  @Test
  void everyDutyAndEveryMessageStandsInItsList() {
    var told = lifted("652382", Mode.LIVE);
    work(told.warning);
    messages(told.warning);
    var list = rest.as(Role.SUPERVISION).get(path(told) + "/duties.csv");
    assertThat(list.header("Content-Type")).startsWith("text/csv");
    assertThat(list.header("Content-Disposition")).contains("attachment", "duties-652382-");
    // Made whole before its first byte leaves: one that was cut off could be told by its length.
    assertThat(list.header("Content-Length"))
        .isEqualTo(Integer.toString(list.body().getBytes(StandardCharsets.UTF_8).length));
    var lines = list.body().split("\r\n", -1);
    assertThat(lines).hasSize(UNITS * DUTIES_OF_A_UNIT + 2);
    assertThat(lines[0]).startsWith("\uFEFF单位代码,单位,任务代码");
    // What a unit wrote is no formula.
    assertThat(lines[DUTIES_OF_A_UNIT + 1]).contains(",'=1+1").doesNotContain(",=1+1");
    assertThat(list.body()).contains(",已完成,", ",未完成,");
    assertThat(rest.as(Role.OFFICE).inEnglish().get(path(told) + "/duties.csv").body())
        .startsWith("\uFEFFUnit code,");
    var messages = rest.as(Role.OFFICE).get(path(told) + "/deliveries.csv").body();
    assertThat(messages.split("\r\n", -1)).hasSize(2 * UNITS + 2);
  }

  @Test
  void listsAreThereForFewDutiesToo() {
    var told = lifted("652383", Mode.LIVE);
    assertThat(rest.as(Role.OFFICE).get(path(told) + "/duties.csv").body().split("\r\n", -1))
        .hasSize(2);
    var none = rest.as(Role.OFFICE).get(path(told) + "/events?type=duty.completed.v1").json();
    assertThat(none.path("events")).isEmpty();
    assertThat(none.path("next").isNull()).isTrue();
    var report = rest.as(Role.OFFICE).get(path(told)).json();
    assertThat(table(report, "measures.by-unit").path("more").isNull()).isTrue();
    assertThat(report.path("sources").valueStream())
        .allMatch(source -> source.path("href").isNull());
  }

  @Test
  void whoMayNotReadTheReportGetsNoListOfIt() {
    var told = lifted("652384", Mode.LIVE);
    var elsewhere = rest.as(Role.HEADQUARTERS, "hq", "150800");
    for (var list : List.of("/duties.csv", "/deliveries.csv", "/events?type=duty.completed.v1")) {
      assertThat(elsewhere.get(path(told) + list).status()).as(list).isEqualTo(403);
      var unknown = rest.as(Role.OFFICE).get("/api/v1/reports/" + UUID.randomUUID() + list);
      assertThat(unknown.status()).as(list).isEqualTo(404);
      assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
    }
  }

  @Test
  void aTypeThatIsNotListedAndAPageThatIsTooLargeAreBothNamed() {
    var told = lifted("652385", Mode.LIVE);
    var answer = rest.as(Role.OFFICE).get(path(told) + "/events?type=duty.eaten.v1&size=0");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(
            answer
                .json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString()))
        .containsExactly("?type", "?size");
    assertThat(answer.body()).contains("duty.completed.v1");
  }

  private ToldEvents lifted(String jurisdiction, Mode mode) {
    var told = new ToldEvents(jurisdiction, mode);
    topics.send(told.raised());
    topics.send(told.lifted());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> reports.findBy(ReportId.of(told.warning)).isPresent());
    return told;
  }

  /**
   * Every hundredth unit is silent, two of a hundred are late, the others have done one of five.
   */
  private void work(UUID warning) {
    var units = new Object[] {warning, UNITS, DUTIES_OF_A_UNIT};
    sql.sql(
            """
            insert into duty (duty_id, warning_id, unit, code, revision, duty_version, unit_name, unit_name_en,
              statement, statement_en, kind, phase, accepted, due_at, clause, inferred, assigned_at, first_level,
              first_revision, first_version, worked, taken_on, overdue, completed_late, completed_version)
            select md5(w.id::text || u || '.' || c)::uuid, w.id, 'f' || lpad(u::text, 6, '0'), 'd' || c, 1, 1,
              '企业' || u, 'Firm ' || u, '停产', 'Stop', 'ACTION', 'IN_FORCE', false, '2026-01-05T20:00+08:00',
              'dengkou#15/3', false, '2026-01-05T16:04+08:00', 'ORANGE', 1, 1,
              c = 0 and u % 100 <> 0, c = 0 and u % 100 <> 0, c = 0 and u % 50 = 1, c = 0 and u % 50 = 1,
              case when c = 0 and u % 100 <> 0 then 3 else 0 end
            from (select cast(? as uuid) as id) w, generate_series(1, ?) u, generate_series(0, ? - 1) c
            """)
        .params(units)
        .update();
    steps(warning, "'ASSIGNED', 1", "md5(warning_id || unit)::uuid", "true");
    steps(warning, "'COMPLETED', 3", "md5('c' || duty_id)::uuid", "worked");
    steps(warning, "'OVERDUE', 2", "md5('o' || duty_id)::uuid", "overdue");
  }

  private void steps(UUID warning, String kind, String event, String where) {
    sql.sql(
            """
            insert into duty_step (duty_id, warning_id, kind, version, event_id, at, revision, level, said, late)
            select duty_id, warning_id, %s, %s, '2026-01-05T18:00+08:00', 1, 'ORANGE', '=1+1', completed_late
            from duty where warning_id = ? and %s
            """
                .formatted(kind, event, where))
        .param(warning)
        .update();
  }

  private void messages(UUID warning) {
    sql.sql(
            """
            insert into delivery (delivery_id, warning_id, unit, purpose, revision, sent_event, sent_version, sent_at,
              sent_attempts, sent_repeat, acknowledged_event, acknowledged_version, acknowledged_at,
              acknowledged_by, acknowledged_way)
            select gen_random_uuid(), ?, 'f' || lpad(u::text, 6, '0'), 'LEVEL_CHANGE', 1, gen_random_uuid(), 2,
              '2026-01-05T16:05+08:00', 1, false, case when answered then gen_random_uuid() end,
              case when answered then 3 end, case when answered then timestamptz '2026-01-05T16:15+08:00' end,
              case when answered then 'liaison' end, case when answered then 'LINK' end
            from generate_series(1, ?) u, generate_series(1, 2), lateral (select u % 100 <> 0) a (answered)
            """)
        .params(warning, UNITS)
        .update();
    sql.sql(
            """
            insert into asked_unit (warning_id, unit, event_id, revision, unit_name, unit_name_en, asked_at, remaining)
            select ?, 'f' || lpad(u::text, 6, '0'), gen_random_uuid(), 1, '企业' || u, 'Firm ' || u,
              '2026-01-05T16:04+08:00', 5 from generate_series(1, ?) u
            """)
        .params(warning, UNITS)
        .update();
  }

  /** All ids, page by page. */
  private Set<String> events(String address) {
    Set<String> all = new TreeSet<>();
    String next = "";
    while (true) {
      var page = rest.as(Role.OFFICE).get(address + "&size=999" + next).json();
      page.path("events").valueStream().forEach(event -> all.add(event.asString()));
      if (page.path("next").isNull()) {
        return all;
      }
      next = "&after=" + page.path("next").asString();
    }
  }

  private XWPFDocument document(ToldEvents told, Locale language) throws IOException {
    var open = reports.findBy(ReportId.of(told.warning)).orElseThrow();
    var words = Words.in(language);
    var report = reading.read(open, new Extent(5_000, 500, SHOWN, 30), clock.instant(), words);
    return new XWPFDocument(new ByteArrayInputStream(word.render(report, words)));
  }

  private static String path(ToldEvents told) {
    return "/api/v1/reports/" + ReportId.of(told.warning).value();
  }

  private static List<Integer> rows(JsonNode report) {
    var rows = new ArrayList<Integer>();
    for (var section : report.path("sections")) {
      section.path("tables").forEach(table -> rows.add(table.path("rows").size()));
    }
    return rows;
  }

  private static JsonNode table(JsonNode report, String code) {
    return report
        .path("sections")
        .valueStream()
        .flatMap(section -> section.path("tables").valueStream())
        .filter(table -> table.path("code").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static String remark(JsonNode row) {
    return row.path("cells").get(row.path("cells").size() - 1).path("text").asString();
  }

  private static JsonNode figure(JsonNode report, String code) {
    return report
        .path("sections")
        .valueStream()
        .flatMap(section -> section.path("figures").valueStream())
        .filter(figure -> figure.path("code").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static int value(JsonNode report, String code) {
    return figure(report, code).path("value").asInt();
  }

  private static JsonNode source(JsonNode report, JsonNode figure) {
    var ref = figure.path("sources").get(0).asString();
    return report
        .path("sources")
        .valueStream()
        .filter(source -> source.path("ref").asString().equals(ref))
        .findFirst()
        .orElseThrow();
  }

  private static String text(JsonNode report, String section, String kind) {
    return report
        .path("sections")
        .valueStream()
        .filter(s -> s.path("code").asString().equals(section))
        .flatMap(s -> s.path("drafts").valueStream())
        .filter(draft -> draft.path("kind").asString().equals(kind))
        .map(draft -> draft.path("text").asString())
        .collect(Collectors.joining("\n"));
  }
}
