package lantian.notification.delivery.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import lantian.events.AnswerWay;
import lantian.events.Channel;
import lantian.events.DeliveryPurpose;
import lantian.events.FailureReason;
import lantian.events.Mode;
import lantian.notification.contact.ContactId;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.Addressee;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.delivery.Progress;
import org.jspecify.annotations.Nullable;

/** Rows of {@code delivery} as deliveries. */
final class DeliveryRows {
  private DeliveryRows() {}

  static Delivery delivery(ResultSet rs, int n) throws SQLException {
    var first = rs.getObject("escalation_of", UUID.class);
    return new Delivery(
        new DeliveryId(rs.getObject("id", UUID.class)),
        Mode.valueOf(rs.getString("mode")),
        rs.getObject("warning_id", UUID.class),
        rs.getLong("revision"),
        rs.getString("jurisdiction"),
        rs.getString("unit"),
        addressee(rs),
        first == null ? null : new DeliveryId(first),
        DeliveryPurpose.valueOf(rs.getString("purpose")),
        ContentJson.read(rs.getString("content")),
        rs.getTimestamp("created_at").toInstant(),
        rs.getLong("version"),
        progress(rs));
  }

  private static @Nullable Addressee addressee(ResultSet rs) throws SQLException {
    var contact = rs.getObject("contact_id", UUID.class);
    return contact == null
        ? null
        : new Addressee(
            new ContactId(contact),
            rs.getString("contact_name"),
            Channel.valueOf(rs.getString("channel")),
            rs.getString("origin"),
            Rank.valueOf(rs.getString("rank")));
  }

  static Progress progress(ResultSet rs) throws SQLException {
    var reason = rs.getString("reason");
    var way = rs.getString("acknowledged_way");
    return new Progress(
        DeliveryState.valueOf(rs.getString("state")),
        reason == null ? null : FailureReason.valueOf(reason),
        rs.getString("detail"),
        rs.getInt("attempts"),
        rs.getBoolean("repeat"),
        instant(rs, "sent_at"),
        instant(rs, "acknowledged_at"),
        rs.getString("acknowledged_by"),
        way == null ? null : AnswerWay.valueOf(way),
        instant(rs, "failed_at"));
  }

  static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    var timestamp = rs.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
