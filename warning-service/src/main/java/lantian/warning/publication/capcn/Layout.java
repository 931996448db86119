package lantian.warning.publication.capcn;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.publication.Message;
import org.jspecify.annotations.Nullable;

/** The names and the order of elements, and the words of enumerations: {@code cap-cn.yaml}. */
record Layout(
    @Nullable String namespace,
    String root,
    String info,
    String area,
    String language,
    String eventCode,
    String time,
    Map<Mode, String> status,
    Map<Mode, String> scope,
    String noteOfDrill,
    Map<Message.Type, String> type,
    Map<WarningLevel, String> severity,
    List<Place> inAlert,
    List<Place> inInfo,
    List<Place> inArea) {

  /** An element and which value it holds. */
  record Place(String element, Value holds) {}

  /** What a document can hold; written in the file as the constant's name is here. */
  enum Value {
    identifier,
    sender,
    organisation,
    sent,
    status,
    type,
    scope,
    note,
    references,
    language,
    eventCode,
    urgency,
    severity,
    certainty,
    onset,
    expires,
    headline,
    description,
    instruction,
    areaName,
    areaCode
  }

  /** Beijing time, in the form of the file. */
  String timeOf(Instant at) {
    return DateTimeFormatter.ofPattern(time, Locale.ROOT).withZone(ChinaTime.ZONE).format(at);
  }
}
