package lantian.reporting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lantian.events.AnswerWay;
import lantian.events.AssignedDuty;
import lantian.events.Cascade;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Channel;
import lantian.events.ChinaTime;
import lantian.events.DayAqi;
import lantian.events.DeliveryAcknowledged;
import lantian.events.DeliveryEscalated;
import lantian.events.DeliveryFailed;
import lantian.events.DeliveryPurpose;
import lantian.events.DeliverySent;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesWithdrawn;
import lantian.events.DutyAccepted;
import lantian.events.DutyCompleted;
import lantian.events.DutyDelta;
import lantian.events.DutyKind;
import lantian.events.DutyOverdue;
import lantian.events.DutyPhase;
import lantian.events.DutyReturned;
import lantian.events.EscalationReason;
import lantian.events.EscalationStep;
import lantian.events.FailureReason;
import lantian.events.ForecastReceived;
import lantian.events.Mode;
import lantian.events.ObservationRecorded;
import lantian.events.ObservedHour;
import lantian.events.Occasion;
import lantian.events.Pollutant;
import lantian.events.Resolution;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningApproved;
import lantian.events.WarningLevel;
import lantian.events.WarningLevelChanged;
import lantian.events.WarningProposed;
import lantian.events.WithdrawnDuty;
import org.jspecify.annotations.Nullable;

/** What the other services tell of one warning; each instance is a warning of its own. */
public final class ToldEvents {
  public static final OffsetDateTime PUBLISHED = OffsetDateTime.parse("2026-01-05T16:04:00+08:00");
  public static final OffsetDateTime LIFTED = OffsetDateTime.parse("2026-01-08T16:05:00+08:00");

  public final UUID warning = UUID.randomUUID();
  public final String jurisdiction;
  public final Mode mode;

  public ToldEvents(String jurisdiction, Mode mode) {
    this.jurisdiction = jurisdiction;
    this.mode = mode;
  }

  public UUID id(String name) {
    return UUID.nameUUIDFromBytes((warning + name).getBytes(StandardCharsets.UTF_8));
  }

  public WarningLevelChanged raised() {
    return changed(1, ChangeKind.RAISE, WarningLevel.NONE, WarningLevel.ORANGE, PUBLISHED);
  }

  public WarningLevelChanged lifted() {
    return changed(2, ChangeKind.LIFT, WarningLevel.ORANGE, WarningLevel.NONE, LIFTED);
  }

  /** The same where other places, or another response of this one, have to do with it. */
  public static WarningLevelChanged with(WarningLevelChanged change, Cascade cascade) {
    return new WarningLevelChanged(
        change.mode(),
        change.version(),
        change.warningId(),
        change.proposalId(),
        change.jurisdiction(),
        change.jurisdictionName(),
        change.kind(),
        change.from(),
        change.to(),
        change.reason(),
        change.publishedAt(),
        change.validFrom(),
        change.validTo(),
        change.cause(),
        change.response(),
        change.policy(),
        change.submittedBy(),
        change.approvedBy(),
        change.follows(),
        cascade);
  }

  public WarningLevelChanged cancelled() {
    return changed(2, ChangeKind.CANCEL, WarningLevel.ORANGE, WarningLevel.NONE, LIFTED);
  }

  private WarningLevelChanged changed(
      long revision, ChangeKind kind, WarningLevel from, WarningLevel to, OffsetDateTime at) {
    return new WarningLevelChanged(
        mode,
        revision,
        warning,
        id("proposal" + revision),
        jurisdiction,
        "试验县",
        kind,
        from,
        to,
        new Text("预测日AQI大于200持续48小时", "AQI over 200 for 48 hours is forecast"),
        at,
        at,
        null,
        Cause.PARTICULATE,
        Response.COLOURED,
        "national-2024@1",
        "office",
        List.of("headquarters"),
        null);
  }

  public WarningProposed proposed() {
    return new WarningProposed(
        mode,
        1,
        warning,
        id("proposal1"),
        jurisdiction,
        "试验县",
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.ORANGE,
        Cause.PARTICULATE,
        Response.COLOURED,
        PUBLISHED,
        null,
        "national-2024@1",
        null,
        PUBLISHED.minusMinutes(4),
        new Text("建议发布", "To be raised"));
  }

  public WarningApproved approved() {
    return new WarningApproved(
        mode,
        3,
        warning,
        id("proposal1"),
        jurisdiction,
        ChangeKind.RAISE,
        WarningLevel.ORANGE,
        "office",
        PUBLISHED.minusMinutes(2),
        "headquarters",
        PUBLISHED,
        1,
        1);
  }

  public DutiesAssigned assigned(long revision, long dutyVersion, String statement) {
    return new DutiesAssigned(
        mode,
        revision,
        warning,
        jurisdiction,
        "试验县",
        Occasion.LEVEL_CHANGE,
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.ORANGE,
        "zjj",
        "住建局",
        "Housing",
        PUBLISHED.plusSeconds(1),
        PUBLISHED,
        null,
        "plan@1",
        List.of(duty("sites", dutyVersion, statement), duty("dust", dutyVersion, statement)));
  }

  private AssignedDuty duty(String code, long version, String statement) {
    return new AssignedDuty(
        id("duty." + code),
        version,
        code,
        new Text(statement, statement),
        null,
        DutyKind.ACTION,
        DutyPhase.IN_FORCE,
        DutyDelta.ADDED,
        false,
        null,
        null,
        PUBLISHED.plusHours(4),
        null,
        "dengkou#15/3",
        false);
  }

  public DutyAccepted accepted(String code, long version) {
    return new DutyAccepted(
        mode,
        version,
        id("duty." + code),
        warning,
        jurisdiction,
        "zjj",
        code,
        "liaison",
        PUBLISHED.plusMinutes(20));
  }

  public DutyCompleted completed(String code, long version, String evidence) {
    return new DutyCompleted(
        mode,
        version,
        id("duty." + code),
        warning,
        jurisdiction,
        "zjj",
        code,
        "liaison",
        PUBLISHED.plusHours(5),
        true,
        evidence);
  }

  public DutyReturned returned(String code, long version) {
    return new DutyReturned(
        mode,
        version,
        id("duty." + code),
        warning,
        jurisdiction,
        "zjj",
        code,
        "office",
        PUBLISHED.plusHours(6),
        "缺少照片");
  }

  public DutyOverdue overdue(String code, long version) {
    return new DutyOverdue(
        mode,
        version,
        id("duty." + code),
        warning,
        jurisdiction,
        "zjj",
        code,
        PUBLISHED.plusHours(4),
        PUBLISHED.plusHours(4).plusSeconds(1));
  }

  public DutiesWithdrawn withdrawn(String code, long dutyVersion) {
    return new DutiesWithdrawn(
        mode,
        2,
        warning,
        jurisdiction,
        "试验县",
        ChangeKind.LIFT,
        WarningLevel.ORANGE,
        WarningLevel.NONE,
        "zjj",
        "住建局",
        "Housing",
        LIFTED.plusSeconds(1),
        0,
        List.of(new WithdrawnDuty(id("duty." + code), dutyVersion, code, new Text("停", "stop"))));
  }

  public DeliverySent sent(long version, int attempts) {
    return new DeliverySent(
        mode,
        version,
        id("delivery"),
        warning,
        1,
        jurisdiction,
        "zjj",
        id("contact"),
        Channel.WEBHOOK,
        DeliveryPurpose.LEVEL_CHANGE,
        attempts,
        false,
        PUBLISHED.plusSeconds(1),
        PUBLISHED.plusSeconds(3));
  }

  public DeliveryAcknowledged acknowledged(long version) {
    return acknowledged(version, AnswerWay.SIGNED_IN);
  }

  public DeliveryAcknowledged acknowledged(long version, @Nullable AnswerWay way) {
    return new DeliveryAcknowledged(
        mode,
        version,
        id("delivery"),
        warning,
        1,
        jurisdiction,
        "zjj",
        id("contact"),
        "liaison",
        PUBLISHED.plusSeconds(3).plusMinutes(12),
        way);
  }

  public DeliveryFailed failed() {
    return new DeliveryFailed(
        mode,
        9,
        id("other delivery"),
        warning,
        1,
        jurisdiction,
        "slj",
        null,
        null,
        DeliveryPurpose.LEVEL_CHANGE,
        FailureReason.NO_CONTACT,
        0,
        null,
        PUBLISHED.plusSeconds(1),
        PUBLISHED.plusSeconds(2));
  }

  /** The deputy is told of the message of {@link #sent}; or nobody is left to. */
  public DeliveryEscalated escalated(EscalationStep step) {
    var nobody = step == EscalationStep.NOBODY_LEFT;
    return new DeliveryEscalated(
        mode,
        nobody ? 3 : 1,
        id(nobody ? "delivery" : "delivery to " + step),
        warning,
        1,
        jurisdiction,
        "zjj",
        id("delivery"),
        step,
        EscalationReason.UNANSWERED,
        nobody ? null : id("contact " + step),
        DeliveryPurpose.LEVEL_CHANGE,
        "default@1",
        PUBLISHED.plusSeconds(3),
        PUBLISHED.plusSeconds(3).plusMinutes(30));
  }

  public ForecastReceived forecast(String source) {
    LocalDate tomorrow = PUBLISHED.toLocalDate().plusDays(1);
    return new ForecastReceived(
        mode,
        id("forecast"),
        jurisdiction,
        "试验县",
        source,
        PUBLISHED.minusMinutes(4),
        PUBLISHED.minusMinutes(4),
        Resolution.HOURLY,
        null,
        PUBLISHED.minusMinutes(4).plusHours(1),
        PUBLISHED.minusMinutes(4).plusHours(168),
        260,
        List.of(
            new DayAqi(tomorrow, 245, List.of(Pollutant.PM2_5)),
            new DayAqi(tomorrow.plusDays(1), null, List.of())));
  }

  /** A day of hours with the same values. */
  public ObservationRecorded observed(long version, LocalDate day, int aqi) {
    List<ObservedHour> hours =
        IntStream.range(0, 24)
            .mapToObj(
                hour ->
                    new ObservedHour(
                        day.atTime(hour, 0).atZone(ChinaTime.ZONE).toOffsetDateTime(),
                        Map.of(
                            Pollutant.PM2_5,
                            BigDecimal.valueOf(aqi),
                            Pollutant.CO,
                            new BigDecimal("1.4")),
                        aqi,
                        hour == 23 ? Integer.valueOf(aqi) : null,
                        List.of(Pollutant.PM2_5)))
            .toList();
    return new ObservationRecorded(mode, version, jurisdiction, "试验县", "国控站点", PUBLISHED, hours);
  }
}
