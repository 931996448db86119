package lantian.notification.contact.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lantian.events.Channel;
import lantian.notification.contact.Contact;
import lantian.notification.contact.ContactId;
import lantian.notification.contact.Contacts;
import lantian.notification.contact.Rank;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts in the table {@code contact}. */
@Component
final class JdbcContacts implements Contacts {
  private final JdbcClient sql;

  JdbcContacts(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public boolean add(Contact contact) {
    return sql.sql(
                """
                insert into contact (id, jurisdiction, unit, name, channel, target, secret, rank, active, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (jurisdiction, unit, channel, target) do nothing
                """)
            .params(contact.id().value(), contact.jurisdiction(), contact.unit(), contact.name())
            .params(contact.channel().name(), contact.target())
            .param(contact.secret())
            .params(contact.rank().name(), contact.active(), contact.version())
            .update()
        == 1;
  }

  @Override
  public boolean change(Contact contact) {
    try {
      sql.sql(
              """
              update contact set name = ?, target = ?, secret = ?, rank = ?, active = ?, version = ? where id = ?
              """)
          .params(contact.name(), contact.target())
          .param(contact.secret())
          .params(contact.rank().name(), contact.active(), contact.version(), contact.id().value())
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  @Override
  public void remove(ContactId id) {
    sql.sql("delete from contact where id = ?").param(id.value()).update();
  }

  @Override
  public Optional<Contact> find(ContactId id) {
    return sql.sql("select * from contact where id = ?")
        .param(id.value())
        .query(JdbcContacts::contact)
        .optional();
  }

  @Override
  public Optional<Contact> findForChange(ContactId id) {
    return sql.sql("select * from contact where id = ? for update")
        .param(id.value())
        .query(JdbcContacts::contact)
        .optional();
  }

  @Override
  public List<Contact> activeOf(String jurisdiction, String unit, Rank rank) {
    return sql.sql(
            """
            select * from contact
            where jurisdiction = :jurisdiction and rank = :rank and active
              and (unit = :unit or :rank = 'DUTY_DESK')
            order by name, id
            """)
        .param("jurisdiction", jurisdiction)
        .param("unit", unit)
        .param("rank", rank.name())
        .query(JdbcContacts::contact)
        .list();
  }

  @Override
  public Map<ContactId, Contact> active(Collection<ContactId> ids) {
    return sql
        .sql("select * from contact where id = any(?) and active")
        .param(ids.stream().map(ContactId::value).distinct().toArray(UUID[]::new))
        .query(JdbcContacts::contact)
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Contact::id, Function.identity()));
  }

  @Override
  public List<Contact> list(@Nullable String jurisdiction, @Nullable String unit) {
    return sql.sql(
            """
            select * from contact
            where (cast(:jurisdiction as text) is null or jurisdiction = :jurisdiction)
              and (cast(:unit as text) is null or unit = :unit)
            order by jurisdiction, unit, name, id
            """)
        .param("jurisdiction", jurisdiction)
        .param("unit", unit)
        .query(JdbcContacts::contact)
        .list();
  }

  private static Contact contact(ResultSet rs, int n) throws SQLException {
    return new Contact(
        new ContactId(rs.getObject("id", UUID.class)),
        rs.getString("jurisdiction"),
        rs.getString("unit"),
        rs.getString("name"),
        Channel.valueOf(rs.getString("channel")),
        rs.getString("target"),
        rs.getString("secret"),
        Rank.valueOf(rs.getString("rank")),
        rs.getBoolean("active"),
        rs.getLong("version"));
  }
}
