package lantian.warning.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.aqi.AqiCategory;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.file.JurisdictionFile;
import lantian.warning.publication.wording.BundleTexts;

/** Messages of every kind, level, mode, response and place. */
public final class Messages {
  public static final Instant AT = OffsetDateTime.parse("2016-12-09T16:04:30+08:00").toInstant();
  public static final UUID WARNING = UUID.fromString("4207ea3d-7fd7-5e5a-a51b-8e59ef119d7e");
  private static final List<Jurisdiction> PLACES = new JurisdictionFile("").all();
  private static final WritingTexts WRITING = new BundleTexts();

  private Messages() {}

  public static Jurisdiction changji() {
    return PLACES.getFirst();
  }

  /** An orange warning of Changji that begins in a day and a half. */
  public static Announcement anOrangeWarning() {
    return announcement(
        changji(),
        Mode.LIVE,
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.ORANGE,
        Response.COLOURED);
  }

  public static Announcement announcement(
      Jurisdiction place,
      Mode mode,
      ChangeKind kind,
      WarningLevel from,
      WarningLevel to,
      Response response) {
    boolean ends = to == WarningLevel.NONE;
    return new Announcement(
        WARNING,
        kind == ChangeKind.RAISE ? 1 : 3,
        mode,
        place,
        kind,
        from,
        to,
        response == Response.COLOURED
            ? Cause.PARTICULATE
            : response == Response.HEALTH_NOTICE ? Cause.DUST : Cause.OZONE,
        response,
        AT,
        ends ? AT : AT.plus(Duration.ofHours(35)),
        ends ? null : AT.plus(Duration.ofHours(96)),
        "national-2024@1",
        new Air(
            new Air.MeasuredHour(
                OffsetDateTime.parse("2016-12-09T16:00:00+08:00").toInstant(),
                213,
                AqiCategory.HEAVY_POLLUTION,
                List.of(Pollutant.PM2_5)),
            291));
  }

  /** Of every kind at every level that it can have, live and drill, in both places. */
  public static Stream<Message> all() {
    var all = new ArrayList<Message>();
    for (var place : PLACES) {
      for (var mode : Mode.values()) {
        for (var response : Response.values()) {
          for (var level : EnumSet.range(WarningLevel.YELLOW, WarningLevel.RED)) {
            for (var kind : ChangeKind.values()) {
              for (var other : EnumSet.allOf(WarningLevel.class)) {
                if (fits(kind, other, level)) {
                  all.add(
                      message(announcement(place, mode, kind, other, to(kind, level), response)));
                }
              }
            }
          }
        }
      }
    }
    return all.stream();
  }

  private static WarningLevel to(ChangeKind kind, WarningLevel level) {
    return kind == ChangeKind.LIFT || kind == ChangeKind.CANCEL ? WarningLevel.NONE : level;
  }

  private static boolean fits(ChangeKind kind, WarningLevel from, WarningLevel level) {
    return switch (kind) {
      case RAISE -> from == WarningLevel.NONE;
      case UPGRADE -> from != WarningLevel.NONE && from.compareTo(level) < 0;
      case DOWNGRADE -> from.compareTo(level) > 0;
      case EXTEND, LIFT, CANCEL -> from == level;
    };
  }

  /** With its texts, and for a later revision with the messages before it. */
  public static Message message(Announcement told) {
    return new Message(told, sender(told.place()), earlier(told), WRITING.of(told));
  }

  /** The same message with other texts. */
  public static Message saying(Message message, Text headline) {
    var texts = message.texts();
    return new Message(
        message.announcement(),
        message.sender(),
        message.earlier(),
        new Texts(
            headline,
            texts.summary(),
            texts.items(),
            texts.instruction(),
            texts.advice(),
            texts.mediaScript()));
  }

  public static Sender sender(Jurisdiction place) {
    return new Sender(
        place.authorityCode() + "@lantian.example",
        place.authorityCode() + "00000000",
        new Text(place.authorityName() + "重污染天气应急指挥部", place.authorityNameEn() + " Headquarters"));
  }

  private static List<Reference> earlier(Announcement told) {
    if (told.kind() == ChangeKind.RAISE) {
      return List.of();
    }
    var sender = sender(told.place());
    return List.of(
        new Reference(
            sender,
            AT.minus(Duration.ofHours(48)),
            WARNING + ".1",
            sender.organisation() + "_20161207160430_0"),
        new Reference(
            sender,
            AT.minus(Duration.ofHours(24)),
            WARNING + ".2",
            sender.organisation() + "_20161208160430_0"));
  }
}
