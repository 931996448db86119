package lantian.warning.order.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.order.Order;
import lantian.warning.order.OrderKey;
import lantian.warning.order.Orders;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrders implements Orders {
  /**
   * An order is replaced by one of the same sender and mode that refers to it, whichever came
   * first.
   */
  private static final String ORDERS =
      """
      select o.id, o.sender, o.identifier, o.sent, o.mode, o.type, o.level, o.cause, o.valid_from,
        o.valid_to, o.area, o.sender_name_zh, o.sender_name_en, o.headline_zh, o.headline_en,
        o.document_sha256, o.received_by, o.received_at,
        array(select p.jurisdiction from order_place p where p.order_id = o.id
          order by p.jurisdiction) places,
        (select r.order_id from order_reference r
         where r.sender = o.sender and r.identifier = o.identifier and r.sent = o.sent
           and r.mode = o.mode limit 1) replaced_by,
        array(select r.identifier from order_reference r where r.order_id = o.id
          and not exists (select from received_order u where u.sender = r.sender
            and u.identifier = r.identifier and u.sent = r.sent)
          order by r.identifier) unseen
      from received_order o
      """;

  /** An order of an exercise holds in the drill that was open when it came, and in no other. */
  private static final String OF_THE_OPEN_DRILL =
      """
      (o.mode = 'LIVE' or exists (select from drill d where d.jurisdiction = p.jurisdiction
        and d.ended_at is null and d.opened_at <= o.received_at))
      """;

  private final JdbcClient sql;

  JdbcOrders(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Kept> find(UUID id) {
    return sql.sql(ORDERS + " where o.id = ?").param(id).query(JdbcOrders::read).optional();
  }

  @Override
  public Optional<Kept> named(String sender, String identifier) {
    return sql.sql(ORDERS + " where o.sender = ? and o.identifier = ?")
        .params(sender, identifier)
        .query(JdbcOrders::read)
        .optional();
  }

  @Override
  public List<Kept> list(Collection<String> jurisdictions) {
    return sql.sql(
            ORDERS
                + """
                 where exists (select from order_place p
                  where p.order_id = o.id and p.jurisdiction = any(?))
                order by o.received_at desc, o.id limit 200
                """)
        .param(jurisdictions.toArray(String[]::new))
        .query(JdbcOrders::read)
        .list();
  }

  @Override
  public Optional<Kept> strictest(String jurisdiction, Mode mode, Instant now) {
    return sql.sql(
            "select * from ("
                + ORDERS
                + """
                 where o.mode = ? and o.level <> 'NONE'
                  and (o.valid_to is null or o.valid_to > ?)
                  and exists (select from order_place p
                    where p.order_id = o.id and p.jurisdiction = ? and
                """
                + OF_THE_OPEN_DRILL
                + """
                 )) o
                where replaced_by is null
                order by array_position(array['RED', 'ORANGE', 'YELLOW'], level),
                  valid_to desc nulls first, received_at desc, id limit 1
                """)
        .param(mode.name())
        .param(Timestamp.from(now))
        .param(jurisdiction)
        .query(JdbcOrders::read)
        .optional();
  }

  @Override
  public List<Held> held(Instant now) {
    return sql.sql(
            """
            select distinct p.jurisdiction, o.mode from received_order o
            join order_place p on p.order_id = o.id
            where o.level <> 'NONE' and (o.valid_to is null or o.valid_to > ?) and
            """
                + OF_THE_OPEN_DRILL
                + """
              and not exists (select from order_reference r where r.sender = o.sender
                and r.identifier = o.identifier and r.sent = o.sent and r.mode = o.mode)
            order by p.jurisdiction, o.mode
            """)
        .param(Timestamp.from(now))
        .query(
            (rs, _) -> new Held(rs.getString("jurisdiction"), Mode.valueOf(rs.getString("mode"))))
        .list();
  }

  @Override
  public void save(Order order, List<String> places, String receivedBy, Instant receivedAt) {
    sql.sql(
            """
            insert into received_order (id, sender, identifier, sent, mode, type, level, cause,
              valid_from, valid_to, area, sender_name_zh, sender_name_en, headline_zh, headline_en,
              document, document_sha256, received_by, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?)
            """)
        .params(order.id(), order.key().sender(), order.key().identifier())
        .param(Timestamp.from(order.key().sent()))
        .params(order.mode().name(), order.type().name(), order.level().name())
        .params(order.cause().name(), Timestamp.from(order.from()))
        .param(timestamp(order.to()))
        .param(order.area().toArray(String[]::new))
        .params(order.senderName().zh(), order.senderName().en())
        .params(order.headline().zh(), order.headline().en())
        .params(order.document(), order.document(), receivedBy)
        .param(Timestamp.from(receivedAt))
        .update();
    for (String place : places) {
      sql.sql("insert into order_place (order_id, jurisdiction) values (?, ?)")
          .params(order.id(), place)
          .update();
    }
    for (OrderKey replaced : order.replaces()) {
      sql.sql(
              """
              insert into order_reference (order_id, mode, sender, identifier, sent)
              values (?, ?, ?, ?, ?)
              """)
          .params(order.id(), order.mode().name(), replaced.sender(), replaced.identifier())
          .param(Timestamp.from(replaced.sent()))
          .update();
    }
  }

  @Override
  public Optional<String> document(UUID id) {
    return sql.sql("select document from received_order where id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  private static Kept read(ResultSet rs, int n) throws SQLException {
    Timestamp to = rs.getTimestamp("valid_to");
    return new Kept(
        rs.getObject("id", UUID.class),
        new OrderKey(
            rs.getString("sender"),
            rs.getString("identifier"),
            rs.getTimestamp("sent").toInstant()),
        Mode.valueOf(rs.getString("mode")),
        Order.Type.valueOf(rs.getString("type")),
        WarningLevel.valueOf(rs.getString("level")),
        Cause.valueOf(rs.getString("cause")),
        rs.getTimestamp("valid_from").toInstant(),
        to == null ? null : to.toInstant(),
        texts(rs, "area"),
        texts(rs, "places"),
        new Text(rs.getString("sender_name_zh"), rs.getString("sender_name_en")),
        new Text(rs.getString("headline_zh"), rs.getString("headline_en")),
        rs.getString("document_sha256"),
        rs.getString("received_by"),
        rs.getTimestamp("received_at").toInstant(),
        rs.getObject("replaced_by", UUID.class),
        texts(rs, "unseen"));
  }

  private static List<String> texts(ResultSet rs, String column) throws SQLException {
    return List.of((String[]) rs.getArray(column).getArray());
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
