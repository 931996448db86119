package lantian.reporting.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.reporting.calendar.DueDate;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.Extent;
import lantian.reporting.episode.LevelStep;
import lantian.reporting.episode.MeasuredHour;
import lantian.reporting.report.EvaluationReport.Draft;
import lantian.reporting.report.EvaluationReport.Figure;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.EvaluationReport.Source;
import lantian.reporting.report.EvaluationReport.Table;
import lantian.reporting.report.section.ComposingReport;
import org.junit.jupiter.api.Test;

/** What the report says of a known episode, and what it says it does not know. */
class ComposingReportTest {
  private static final Instant READ = Instant.parse("2016-12-27T02:00:00Z");

  private final EvaluationReport report = of(SampleEpisode.live());

  private static EvaluationReport of(Episode episode) {
    return ComposingReport.of(
        SampleEpisode.open(Mode.LIVE),
        episode,
        SampleEpisode.EXTENT,
        READ,
        Words.in(Locale.SIMPLIFIED_CHINESE));
  }

  @Test
  void itHasTheSevenHeadingsInTheirOrder() {
    assertThat(report.sections())
        .extracting(Section::heading)
        .containsExactly(
            "成因技术分析", "预报预警信息发布情况", "应急响应启动和终止情况", "应急减排措施落实情况", "应急保障情况", "效果评估", "存在的问题及改进措施");
    assertThat(report.sections())
        .allSatisfy(
            section ->
                assertThat(section.drafts())
                    .extracting(Draft::kind)
                    .contains(Draft.Kind.TO_COMPLETE));
  }

  @Test
  void everyFigureThatCountsSomethingNamesItsEvents() {
    Set<String> known =
        report.sources().stream().map(Source::ref).collect(Collectors.toCollection(HashSet::new));
    List<Figure> figures = report.sections().stream().flatMap(s -> s.figures().stream()).toList();
    assertThat(figures).hasSizeGreaterThan(30);
    assertThat(figures)
        .filteredOn(f -> f.value() != null && f.value().doubleValue() != 0)
        .allSatisfy(f -> assertThat(f.sources()).as(f.code()).isNotEmpty());
    Stream<String> cited =
        report.sections().stream()
            .flatMap(
                s ->
                    Stream.concat(
                        s.figures().stream().flatMap(f -> f.sources().stream()),
                        s.tables().stream()
                            .flatMap(t -> t.rows().stream())
                            .flatMap(r -> r.sources().stream())));
    assertThat(cited).allMatch(known::contains);
    assertThat(report.sources())
        .allSatisfy(s -> assertThat(s.events()).hasSize(s.count()).doesNotHaveDuplicates());
  }

  @Test
  void everyRowOfATableNamesItsEvents() {
    assertThat(report.sections().stream().flatMap(s -> s.tables().stream()))
        .filteredOn(t -> !t.code().equals("cause.pollutants"))
        .flatExtracting(Table::rows)
        .allSatisfy(row -> assertThat(row.sources()).as("%s", row.cells()).isNotEmpty());
  }

  @Test
  void dutiesAreCountedOnceEach() {
    assertThat(value("measures.units")).isEqualTo(9);
    assertThat(value("measures.assigned")).isEqualTo(54);
    assertThat(value("measures.accepted")).isEqualTo(48);
    assertThat(value("measures.completed")).isEqualTo(45);
    assertThat(value("measures.withdrawn")).isEqualTo(3);
    assertThat(value("measures.overdue")).isEqualTo(13);
    assertThat(value("measures.open")).isEqualTo(6);
    assertThat(value("measures.silent-units")).isEqualTo(1);
    assertThat(value("measures.completed") + value("measures.withdrawn") + value("measures.open"))
        .isEqualTo(value("measures.assigned"));
  }

  @Test
  void deliveriesAreCountedAndTimed() {
    assertThat(value("support.sent")).isEqualTo(26);
    assertThat(value("support.acknowledged")).isEqualTo(23);
    assertThat(value("support.acknowledged-by-link")).isEqualTo(14);
    assertThat(value("support.failed")).isEqualTo(1);
    assertThat(value("support.unanswered")).isEqualTo(3);
    assertThat(figure("support.median").text()).isEqualTo("16分钟");
    // Two deputies of one unit are told of one message.
    assertThat(value("support.escalated-deputy")).isEqualTo(3);
    assertThat(value("support.escalated-duty-desk")).isEqualTo(1);
    assertThat(value("support.escalated-nobody-left")).isEqualTo(1);
  }

  @Test
  void whereAnAnswerDoesNotSayHowItCameTheNumberByLinkIsTheLeast() {
    Episode sample = SampleEpisode.live();
    List<DeliveryRecord> firstIsOld =
        Stream.concat(
                Stream.of(withoutWay(sample.deliveries().getFirst())),
                sample.deliveries().stream().skip(1))
            .toList();
    Figure byLink =
        figure(
            of(
                new Episode(
                    sample.levels(),
                    sample.proposals(),
                    sample.forecasts(),
                    sample.hours(),
                    sample.duties(),
                    firstIsOld)),
            "support.acknowledged-by-link");
    assertThat(byLink.value()).isNull();
    assertThat(byLink.text()).isEqualTo("至少 13");
    assertThat(byLink.sources()).isNotEmpty();
  }

  private static DeliveryRecord withoutWay(DeliveryRecord delivery) {
    var answered = requireNonNull(delivery.acknowledged());
    return new DeliveryRecord(
        delivery.deliveryId(),
        delivery.warningId(),
        delivery.revision(),
        delivery.unit(),
        delivery.purpose(),
        delivery.sent(),
        new DeliveryRecord.Acknowledged(
            answered.eventId(), answered.version(), answered.at(), answered.by(), null),
        delivery.failed(),
        delivery.escalated());
  }

  @Test
  void aTableThatIsTooLongHasThoseThatMatterAndSaysWhatItLeavesOut() {
    EvaluationReport brief =
        ComposingReport.of(
            SampleEpisode.open(Mode.LIVE),
            SampleEpisode.live(),
            new Extent(5_000, 4, 3, 1),
            READ,
            Words.in(Locale.SIMPLIFIED_CHINESE));
    Table units = table(brief, "measures.by-unit");
    assertThat(units.rows())
        .extracting(row -> row.cells().getLast().text())
        .containsExactly("无任何回应", "有逾期", "");
    assertThat(requireNonNull(units.more()).all()).isEqualTo(9);
    assertThat(requireNonNull(units.more()).text()).contains("共 9 个单位", "/duties.csv");
    assertThat(table(brief, "measures.late").rows())
        .hasSize(3)
        .extracting(row -> row.cells().getLast().text())
        .containsOnly("未完成");
    assertThat(table(brief, "support.by-unit").rows()).hasSize(3);
    assertThat(table(brief, "support.failed-table").more()).isNull();
    assertThat(drafts(brief, "measures", Draft.Kind.DATA_SAY)).contains("等，另有 2 个");
    assertThat(brief.summary())
        .extracting(Figure::text)
        .isEqualTo(report.summary().stream().map(Figure::text).toList());
    assertThat(report.sections().stream().flatMap(section -> section.tables().stream()))
        .allMatch(table -> table.more() == null);
  }

  private static Table table(EvaluationReport report, String code) {
    return report.sections().stream()
        .flatMap(section -> section.tables().stream())
        .filter(table -> table.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theAirIsDescribedByItsHoursAndTheMissingOnesAreSaid() {
    assertThat(figure("cause.hours").text()).isEqualTo("181/183");
    assertThat(value("cause.peak")).isEqualTo(424);
    assertThat(draftsOf("cause", Draft.Kind.NOT_CONCLUDED)).contains("缺 2 个小时");
    assertThat(draftsOf("cause", Draft.Kind.NOT_CONCLUDED)).contains("没有气象场");
  }

  @Test
  void theResponseIsToldApartFromTheWarning() {
    assertThat(figure("response.started").text()).isEqualTo("2016-12-16 01:04");
    assertThat(rows("response.warning").getFirst()).contains("2016-12-15 16:04", "24小时4分钟");
    assertThat(rows("response.response").getFirst()).contains("2016-12-16 01:04", "15小时4分钟");
  }

  @Test
  void bothApproversOfRedAreNamedWithTheirTimes() {
    assertThat(rows("forecast.steps").get(1))
        .contains("升级：橙色→红色", "headquarters（2016-12-16 16:07）、commander（2016-12-16 16:08）");
  }

  @Test
  void aReplayedForecastIsNotPraised() {
    assertThat(draftsOf("forecast", Draft.Kind.NOT_CONCLUDED)).contains("完美预报", "必然结果");
    assertThat(draftsOf("forecast", Draft.Kind.DATA_SAY)).doesNotContain("平均绝对误差");
    assertThat(report.notices()).anyMatch(n -> n.contains("回放"));
  }

  @Test
  void aPolicyOfALaterYearIsPointedOut() {
    assertThat(report.notices())
        .anyMatch(n -> n.contains("national-2024@1") && n.contains("并非当时有效"));
  }

  @Test
  void problemsComeFromTheDataEachWithASuggestion() {
    assertThat(rows("problems.problems"))
        .extracting(row -> row.get(1))
        .containsExactly(
            "有单位对任务无任何回应", "有任务逾期", "有任务至今未完成", "部分任务的适用级别为推定", "有通知发送失败", "有通知送达后未签收", "监测数据有缺失");
    assertThat(rows("problems.problems")).allMatch(row -> !row.get(3).isBlank());
  }

  @Test
  void withNothingButTheLiftTheReportSaysWhatItDoesNotKnow() {
    Episode bare =
        new Episode(
            List.of(SampleEpisode.live().lift()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    EvaluationReport empty = of(bare);
    assertThat(empty.sections()).hasSize(7);
    assertThat(drafts(empty, "cause", Draft.Kind.NOT_CONCLUDED)).contains("没有收到监测数据");
    assertThat(drafts(empty, "forecast", Draft.Kind.NOT_CONCLUDED)).contains("没有收到与本次过程有关的预报");
    assertThat(drafts(empty, "response", Draft.Kind.NOT_CONCLUDED)).contains("[1, 2]");
    assertThat(drafts(empty, "measures", Draft.Kind.NOT_CONCLUDED)).contains("没有收到本次预警的任务记录");
    assertThat(drafts(empty, "support", Draft.Kind.NOT_CONCLUDED)).contains("没有收到本次预警的通知记录");
    assertThat(drafts(empty, "effect", Draft.Kind.NOT_CONCLUDED)).contains("无法对比");
  }

  @Test
  void theLeadIsMeasuredToTheRiseThatTheWarningWasAbout() {
    assertThat(figure("forecast.ahead").text()).isEqualTo("提前50小时56分钟（超过时间 2016-12-17 19:00）");
    Episode sample = SampleEpisode.live();
    List<MeasuredHour> withAnEarlierRise =
        sample.hours().stream()
            .map(
                h ->
                    h.at().isBefore(SampleEpisode.PUBLISHED.minus(Duration.ofHours(30)))
                        ? rolling(h, 220)
                        : h)
            .toList();
    assertThat(aheadWith(sample, withAnEarlierRise)).startsWith("提前50小时56分钟");
    List<MeasuredHour> overSinceTheDayBefore =
        sample.hours().stream()
            .map(
                h ->
                    h.at().isAfter(SampleEpisode.PUBLISHED.minus(Duration.ofHours(30)))
                        ? rolling(h, 220)
                        : h)
            .toList();
    assertThat(aheadWith(sample, overSinceTheDayBefore))
        .isEqualTo("滞后29小时4分钟（超过时间 2016-12-14 11:00）");
  }

  private static MeasuredHour rolling(MeasuredHour hour, int aqi) {
    return new MeasuredHour(
        hour.eventId(),
        hour.mode(),
        hour.jurisdiction(),
        hour.version(),
        hour.at(),
        hour.values(),
        hour.aqi(),
        aqi,
        hour.primaryPollutants());
  }

  private static String aheadWith(Episode sample, List<MeasuredHour> hours) {
    return of(
            new Episode(
                sample.levels(),
                sample.proposals(),
                sample.forecasts(),
                hours,
                sample.duties(),
                sample.deliveries()))
        .sections()
        .get(1)
        .figures()
        .stream()
        .filter(f -> f.code().equals("forecast.ahead"))
        .findFirst()
        .orElseThrow()
        .text();
  }

  @Test
  void anExtensionIsARevisionAndEndsNoSpanOfTheLevel() {
    Episode sample = SampleEpisode.live();
    LevelStep red = sample.levels().get(1);
    LevelStep lift = sample.lift();
    Instant extended = red.publishedAt().plus(Duration.ofDays(2));
    Episode longer =
        new Episode(
            List.of(
                sample.first(),
                red,
                revised(red, 3, ChangeKind.EXTEND, WarningLevel.RED, WarningLevel.RED, extended),
                revised(lift, 4, ChangeKind.LIFT, lift.from(), lift.to(), lift.publishedAt())),
            List.of(),
            List.of(),
            sample.hours(),
            List.of(),
            List.of());
    for (boolean ofResponse : new boolean[] {true, false}) {
      assertThat(longer.spans(ofResponse))
          .extracting(Episode.Span::level, Episode.Span::from, Episode.Span::to)
          .isEqualTo(
              sample.spans(ofResponse).stream()
                  .map(span -> tuple(span.level(), span.from(), span.to()))
                  .toList());
      assertThat(longer.spans(ofResponse).getLast().steps())
          .extracting(LevelStep::revision)
          .containsExactly(2L, 3L, 4L);
    }
    assertThat(of(longer).sections()).isNotEmpty();
  }

  private static LevelStep revised(
      LevelStep step,
      long revision,
      ChangeKind kind,
      WarningLevel from,
      WarningLevel to,
      Instant published) {
    return new LevelStep(
        SampleEpisode.id("revised" + revision),
        step.mode(),
        step.warningId(),
        revision,
        step.proposalId(),
        step.jurisdiction(),
        step.jurisdictionName(),
        kind,
        from,
        to,
        step.reason(),
        published,
        published,
        step.validTo(),
        step.cause(),
        step.response(),
        step.policy(),
        step.submittedBy(),
        step.approvedBy(),
        step.respondedIn(),
        step.binds());
  }

  @Test
  void aWarningLiftedBeforeItsResponseBeganHadAResponseOfNoLength() {
    Episode sample = SampleEpisode.live();
    LevelStep first = sample.first();
    LevelStep early =
        new LevelStep(
            first.eventId(),
            first.mode(),
            first.warningId(),
            1,
            first.proposalId(),
            first.jurisdiction(),
            first.jurisdictionName(),
            first.kind(),
            first.from(),
            first.to(),
            first.reason(),
            first.publishedAt(),
            SampleEpisode.LIFTED.plus(Duration.ofHours(5)),
            null,
            first.cause(),
            first.response(),
            first.policy(),
            first.submittedBy(),
            first.approvedBy(),
            first.respondedIn(),
            first.binds());
    EvaluationReport brief =
        of(
            new Episode(
                List.of(early, sample.lift()),
                List.of(),
                List.of(),
                sample.hours(),
                List.of(),
                List.of()));
    assertThat(
            brief.sections().get(2).figures().stream()
                .filter(f -> f.code().equals("response.lasted")))
        .singleElement()
        .satisfies(f -> assertThat(f.text()).isEqualTo("0分钟"));
  }

  @Test
  void aProvisionalDueDateAndADrillAreMarked() {
    OpenReport open =
        SampleEpisode.open(Mode.DRILL).due(new DueDate(LocalDate.parse("2027-01-07"), true));
    EvaluationReport drill =
        ComposingReport.of(
            open,
            SampleEpisode.drill(),
            SampleEpisode.EXTENT,
            READ,
            Words.in(Locale.SIMPLIFIED_CHINESE));
    assertThat(drill.notices()).anyMatch(n -> n.contains("演练")).anyMatch(n -> n.contains("暂定"));
    assertThat(drill.dueOnProvisional()).isTrue();
  }

  @Test
  void theEnglishWordsAreAllThere() {
    var chinese = ResourceBundle.getBundle("reporting-service-report", Locale.ROOT);
    var english = ResourceBundle.getBundle("reporting-service-report", Locale.ENGLISH);
    assertThat(chinese.keySet())
        .allSatisfy(
            key ->
                assertThat(placeholders(english.getString(key)))
                    .as(key)
                    .isEqualTo(placeholders(chinese.getString(key))));
    assertThat(english.getString("cause")).isEqualTo("Causes");
  }

  private static Set<Character> placeholders(String text) {
    Set<Character> found = new HashSet<>();
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      found.add(text.charAt(at + 1));
    }
    return found;
  }

  private Figure figure(String code) {
    return figure(report, code);
  }

  private static Figure figure(EvaluationReport report, String code) {
    return report.sections().stream()
        .flatMap(s -> s.figures().stream())
        .filter(f -> f.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private int value(String code) {
    Number value = figure(code).value();
    return value == null ? -1 : value.intValue();
  }

  private List<List<String>> rows(String table) {
    return report.sections().stream()
        .flatMap(s -> s.tables().stream())
        .filter(t -> t.code().equals(table))
        .flatMap(t -> t.rows().stream())
        .map(r -> r.cells().stream().map(EvaluationReport.Cell::text).toList())
        .toList();
  }

  private String draftsOf(String section, Draft.Kind kind) {
    return drafts(report, section, kind);
  }

  private static String drafts(EvaluationReport report, String section, Draft.Kind kind) {
    return report.sections().stream()
        .filter(s -> s.code().equals(section))
        .flatMap(s -> s.drafts().stream())
        .filter(d -> d.kind() == kind)
        .map(Draft::text)
        .collect(Collectors.joining("\n"));
  }
}
