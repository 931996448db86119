package lantian.reporting.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.AnswerWay;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.DayAqi;
import lantian.events.DeliveryPurpose;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.EscalationReason;
import lantian.events.EscalationStep;
import lantian.events.FailureReason;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.events.Resolution;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.reporting.calendar.DueDate;
import lantian.reporting.episode.AssignedWork;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.Extent;
import lantian.reporting.episode.ForecastRun;
import lantian.reporting.episode.LevelStep;
import lantian.reporting.episode.MeasuredHour;
import lantian.reporting.episode.ProposalStep;
import org.jspecify.annotations.Nullable;

/** An invented episode of December 2016 with all that a report may have to say. */
public final class SampleEpisode {
  public static final UUID WARNING = id("warning");
  public static final Instant PUBLISHED = at("2016-12-15T16:04:00+08:00");
  public static final Instant LIFTED = at("2016-12-23T16:06:00+08:00");
  private static final String[] UNITS = {
    "zjj 住建局 Housing", "jtj 交通局 Transport", "gxj 工信局 Industry", "gaj 公安局 Police",
    "jyj 教育局 Education", "wjw 卫健委 Health", "slj 水利局 Water", "czj 财政局 Finance",
    "sthjj 生态环境局磴口县分局 Environment",
  };

  private final Mode mode;

  private SampleEpisode(Mode mode) {
    this.mode = mode;
  }

  public static Episode live() {
    return new SampleEpisode(Mode.LIVE).episode();
  }

  public static Episode drill() {
    return new SampleEpisode(Mode.DRILL).episode();
  }

  /** The same warning of which nothing but its levels is known. */
  public static Episode brief() {
    return new Episode(live().levels(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public static OpenReport open(Mode mode) {
    return open(mode, "150822", "磴口县");
  }

  static OpenReport open(Mode mode, String jurisdiction, String name) {
    return new OpenReport(
        ReportId.of(WARNING),
        WARNING,
        jurisdiction,
        name,
        mode,
        LIFTED,
        new DueDate(LocalDate.parse("2016-12-30"), false),
        id("level3"));
  }

  /** As the service has it. */
  public static final Extent EXTENT = new Extent(5_000, 500, 60, 30);

  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private Episode episode() {
    List<LevelStep> levels =
        List.of(
            level(1, ChangeKind.RAISE, WarningLevel.NONE, WarningLevel.ORANGE, PUBLISHED),
            level(
                2,
                ChangeKind.UPGRADE,
                WarningLevel.ORANGE,
                WarningLevel.RED,
                at("2016-12-16T16:08:00+08:00")),
            level(3, ChangeKind.LIFT, WarningLevel.RED, WarningLevel.NONE, LIFTED));
    List<MeasuredHour> hours = hours();
    return new Episode(levels, proposals(levels), forecasts(hours), hours, duties(), deliveries());
  }

  private LevelStep level(
      long revision, ChangeKind kind, WarningLevel from, WarningLevel to, Instant published) {
    return new LevelStep(
        id("level" + revision),
        mode,
        WARNING,
        revision,
        id("proposal" + revision),
        "150822",
        "磴口县",
        kind,
        from,
        to,
        new Text("预测日AQI大于200将持续72小时以上", "AQI over 200 for 72 hours or more is forecast"),
        published,
        kind == ChangeKind.RAISE ? published.plus(Duration.ofHours(9)) : published,
        to == WarningLevel.NONE ? null : published.plus(Duration.ofDays(6)),
        Cause.PARTICULATE,
        Response.COLOURED,
        "national-2024@1",
        "office",
        to == WarningLevel.RED ? List.of("headquarters", "commander") : List.of("headquarters"),
        null,
        List.of());
  }

  private List<ProposalStep> proposals(List<LevelStep> levels) {
    List<ProposalStep> steps = new ArrayList<>();
    for (LevelStep level : levels) {
      Instant proposed = level.publishedAt().minus(Duration.ofMinutes(4));
      Instant submitted = proposed.plus(Duration.ofMinutes(1));
      steps.add(step(level, ProposalStep.Kind.PROPOSED, 1, proposed, null, null, null));
      long version = 2;
      for (String person : level.approvedBy()) {
        Instant approved = submitted.plus(Duration.ofMinutes(version));
        steps.add(
            step(
                level, ProposalStep.Kind.APPROVED, version, approved, person, "office", submitted));
        version++;
      }
    }
    return steps;
  }

  private ProposalStep step(
      LevelStep level,
      ProposalStep.Kind kind,
      long version,
      Instant at,
      @Nullable String by,
      @Nullable String submittedBy,
      @Nullable Instant submittedAt) {
    return new ProposalStep(
        id("proposal" + level.revision() + kind + version),
        mode,
        WARNING,
        level.proposalId(),
        version,
        kind,
        level.kind(),
        level.to(),
        at,
        by,
        submittedBy,
        submittedAt,
        null,
        null,
        null);
  }

  private List<MeasuredHour> hours() {
    List<MeasuredHour> hours = new ArrayList<>();
    Instant from = at("2016-12-12T00:00:00+08:00");
    for (int i = 0; i < 24 * 15; i++) {
      if (i == 200 || i == 201) {
        continue; // two hours that were never measured
      }
      double rise = Math.exp(-Math.pow((i - 210) / 75.0, 2));
      int pm25 = (int) (35 + 300 * rise + 40 * Math.sin(i / 5.0) * rise);
      int aqi = Math.min(500, pm25 <= 250 ? (int) (pm25 * 1.22) + 20 : pm25 + 60);
      int rolling = (int) (40 + 330 * Math.exp(-Math.pow((i - 220) / 78.0, 2)));
      hours.add(
          new MeasuredHour(
              id("hour" + i),
              mode,
              "150822",
              i,
              from.plus(Duration.ofHours(i)),
              Map.of(
                  Pollutant.PM2_5, BigDecimal.valueOf(pm25),
                  Pollutant.PM10, BigDecimal.valueOf(pm25 + 30),
                  Pollutant.NO2, BigDecimal.valueOf(60 + i % 30),
                  Pollutant.CO, BigDecimal.valueOf(22 + i % 9, 1)),
              aqi,
              i < 23 ? null : rolling,
              List.of(i % 11 == 0 ? Pollutant.PM10 : Pollutant.PM2_5)));
    }
    return hours;
  }

  private List<ForecastRun> forecasts(List<MeasuredHour> hours) {
    List<ForecastRun> runs = new ArrayList<>();
    for (int day = 12; day <= 23; day++) {
      Instant issued = at("2016-12-" + day + "T16:00:00+08:00");
      List<DayAqi> days = new ArrayList<>();
      for (int ahead = 1; ahead <= 6; ahead++) {
        LocalDate date = ChinaTime.dateOf(issued).plusDays(ahead);
        Integer aqi = null;
        for (MeasuredHour hour : hours) {
          if (ChinaTime.dateOf(hour.at()).equals(date)) {
            aqi = hour.rollingAqi();
          }
        }
        days.add(new DayAqi(date, aqi, List.of(Pollutant.PM2_5)));
      }
      runs.add(
          new ForecastRun(
              id("run" + day),
              mode,
              id("forecast" + day),
              "150822",
              "perfect forecast (measured values replayed)",
              issued,
              issued,
              Resolution.HOURLY,
              issued.plus(Duration.ofHours(1)),
              issued.plus(Duration.ofHours(168)),
              370,
              days));
    }
    return runs;
  }

  private List<DutyRecord> duties() {
    List<DutyRecord> duties = new ArrayList<>();
    for (int u = 0; u < UNITS.length; u++) {
      String[] unit = UNITS[u].split(" ");
      for (int n = 0; n < 6; n++) {
        duties.add(duty(u, unit, n));
      }
    }
    return duties;
  }

  private DutyRecord duty(int u, String[] unit, int n) {
    String name = unit[0] + n;
    UUID duty = id("duty" + name);
    boolean daily = n >= 3;
    Instant assigned = daily ? PUBLISHED.plus(Duration.ofDays(n - 2)) : PUBLISHED;
    Instant due = assigned.plus(Duration.ofHours(6));
    boolean silent = u == 7;
    boolean late = u == 1 || (u == 3 && n == 2);
    List<DutyStep> steps = new ArrayList<>();
    WarningLevel level = daily ? WarningLevel.RED : WarningLevel.ORANGE;
    steps.add(step(duty, name, DutyStep.Kind.ASSIGNED, 1, assigned, daily ? 2L : 1L, level, null));
    if (silent || late) {
      steps.add(step(duty, name, DutyStep.Kind.OVERDUE, 3, due, null, null, null));
    }
    if (!silent) {
      steps.add(
          step(
              duty,
              name,
              DutyStep.Kind.ACCEPTED,
              2,
              assigned.plus(Duration.ofMinutes(30)),
              null,
              null,
              null));
      if (n != 1 || u % 2 == 0) {
        steps.add(
            step(
                duty,
                name,
                DutyStep.Kind.COMPLETED,
                4,
                late ? due.plus(Duration.ofHours(3)) : due.minus(Duration.ofHours(1)),
                null,
                null,
                "已检查在建工地12处，责令停止土石方作业3处，现场照片已存档"));
      } else {
        steps.add(
            step(duty, name, DutyStep.Kind.WITHDRAWN, 5, LIFTED, 3L, WarningLevel.NONE, null));
      }
    }
    return new DutyRecord(
        duty,
        unit[0],
        daily ? unit[0] + ".daily" : name,
        new AssignedWork(
            duty,
            1,
            1,
            unit[1],
            unit[2],
            daily ? unit[0] + ".daily" : name,
            new Text(
                daily ? "每日报告本行业减排措施落实情况" : "落实行业内工地的扬尘防治，停止渣土、砂石外运",
                "Dust control on building sites; no haulage of spoil and gravel"),
            null,
            daily ? DutyKind.DAILY_REPORT : DutyKind.ACTION,
            DutyPhase.IN_FORCE,
            false,
            null,
            daily ? ChinaTime.dateOf(assigned) : null,
            due,
            "dengkou#15/" + (n + 1),
            n == 2),
        steps);
  }

  private static DutyStep step(
      UUID duty,
      String name,
      DutyStep.Kind kind,
      long version,
      Instant at,
      @Nullable Long revision,
      @Nullable WarningLevel level,
      @Nullable String text) {
    boolean late =
        kind == DutyStep.Kind.COMPLETED && (name.startsWith("jtj") || name.equals("gaj2"));
    return new DutyStep(
        id(name + kind), duty, kind, version, at, revision, level, "liaison", text, late);
  }

  private List<DeliveryRecord> deliveries() {
    List<DeliveryRecord> deliveries = new ArrayList<>();
    for (int u = 0; u < UNITS.length; u++) {
      String unit = UNITS[u].split(" ")[0];
      for (int n = 1; n <= 3; n++) {
        String name = "delivery" + unit + n;
        Instant sentAt = PUBLISHED.plus(Duration.ofDays(n - 1));
        boolean failed = u == 6 && n == 2;
        deliveries.add(
            new DeliveryRecord(
                id(name),
                WARNING,
                1L,
                unit,
                DeliveryPurpose.LEVEL_CHANGE,
                failed ? null : new DeliveryRecord.Sent(id(name + "sent"), 2, sentAt, 1, false),
                failed || u == 7
                    ? null
                    : new DeliveryRecord.Acknowledged(
                        id(name + "ack"),
                        3,
                        sentAt.plus(Duration.ofMinutes(7 + 3 * u)),
                        "liaison",
                        wayOfAnswer(u)),
                failed
                    ? new DeliveryRecord.Failed(
                        id(name + "failed"),
                        4,
                        sentAt.plus(Duration.ofHours(1)),
                        FailureReason.GAVE_UP,
                        9,
                        "connect refused")
                    : null,
                failed ? escalated(name, name, EscalationStep.NOBODY_LEFT) : null));
        if (u == 7) {
          deliveries.add(further(name, unit, "deputy", EscalationStep.DEPUTY));
          deliveries.add(further(name, unit, "second deputy", EscalationStep.DEPUTY));
          if (n == 1) {
            deliveries.add(further(name, unit, "desk", EscalationStep.DUTY_DESK));
          }
        }
      }
    }
    return deliveries;
  }

  /** Every other unit answers by link. */
  private static AnswerWay wayOfAnswer(int unit) {
    return unit % 2 == 0 ? AnswerWay.LINK : AnswerWay.SIGNED_IN;
  }

  /** One that is known by its escalation alone. */
  private static DeliveryRecord further(String of, String unit, String to, EscalationStep step) {
    return new DeliveryRecord(
        id(of + to),
        WARNING,
        1L,
        unit,
        DeliveryPurpose.LEVEL_CHANGE,
        null,
        null,
        null,
        escalated(of + to, of, step));
  }

  private static DeliveryRecord.Escalated escalated(String name, String of, EscalationStep step) {
    return new DeliveryRecord.Escalated(
        id(name + "escalated"),
        1,
        PUBLISHED.plus(Duration.ofMinutes(30)),
        id(of),
        step,
        EscalationReason.UNANSWERED);
  }
}
