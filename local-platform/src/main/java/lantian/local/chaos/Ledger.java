package lantian.local.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads from the services' schemas what stands in them. */
record Ledger(Connection connection) {

  /**
   * A published revision of a warning.
   *
   * @param proposal the warning's id where it was taken back, which needs no proposal and happens
   *     once
   */
  record Change(
      UUID event,
      UUID proposal,
      UUID warning,
      long revision,
      String jurisdiction,
      String kind,
      String from,
      String to,
      String response) {

    /** A false alarm never applied: nothing is asked or reported after it. */
    boolean takesBack() {
      return kind.equals("CANCEL");
    }
  }

  /** A message to a liaison, as it stands. */
  record Message(UUID id, UUID warning, long revision, String unit, String purpose, String state) {

    boolean isAcknowledged() {
      return state.equals("ACKED");
    }

    boolean isFailed() {
      return state.equals("PERM_FAIL");
    }

    /** Whether something is still to be done for it. */
    boolean isWaiting() {
      return !isSent() && !isFailed() && !state.equals("SUPERSEDED");
    }

    boolean isSent() {
      return state.equals("ACCEPTED") || state.equals("ACKED");
    }
  }

  /** Makes something of a row. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** In the order of their publication. */
  List<Change> changes() {
    return list(
        """
        select c.event_id, coalesce(c.proposal_id, c.warning_id), c.warning_id, c.revision,
          c.jurisdiction, c.kind, c.from_level, c.to_level, p.response
        from warning.warning_change c
        left join warning.warning_change b
          on b.warning_id = c.warning_id and b.revision = c.previous_revision
        join warning.proposal p on p.id = coalesce(c.proposal_id, b.proposal_id)
        order by c.published_at, c.revision
        """,
        row ->
            new Change(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9)));
  }

  List<Message> messages() {
    return list(
        "select id, warning_id, revision, unit, purpose, state from notification.delivery",
        row ->
            new Message(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)));
  }

  List<UUID> ids(String query) {
    return list(query, row -> row.getObject(1, UUID.class));
  }

  List<String> texts(String query) {
    return list(query, row -> row.getString(1));
  }

  long count(String query) {
    return list(query, row -> row.getLong(1)).getFirst();
  }

  <T> List<T> list(String query, Reading<T> reading) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The books cannot be read: " + query, e);
    }
  }
}
