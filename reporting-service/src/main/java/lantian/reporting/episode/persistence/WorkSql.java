package lantian.reporting.episode.persistence;

/**
 * The queries of {@link JdbcWorkCounts}. What makes a duty accepted, completed, late and so on is
 * what {@link lantian.reporting.episode.DutyRecord} says of its steps, here of what they come to.
 */
final class WorkSql {
  private WorkSql() {}

  /**
   * For {@link #PARTS} and this transaction: 200,000 units are grouped in 74 MB, and on the disk in
   * twice the time.
   */
  static final String MEMORY = "select set_config('work_mem', '96MB', true)";

  /** A row for each unit and level, and one for what of a unit follows a lift. */
  static final String PARTS =
      """
      select unit, after_lift, case when not after_lift then first_level end as level,
        count(*) as assigned,
        count(*) filter (where accepted) as accepted,
        count(*) filter (where completed) as completed,
        count(*) filter (where completed_late) as completed_late,
        count(*) filter (where overdue) as overdue,
        count(*) filter (where withdrawn) as withdrawn,
        count(*) filter (where replaced) as replaced,
        count(*) filter (where not (completed or withdrawn or replaced)) as open,
        count(*) filter (where returned) as returned,
        count(*) filter (where overdue or completed_late) as late,
        bool_or(worked) as worked
      from (
        select d.unit, coalesce(d.phase = 'AFTER_LIFT', false) as after_lift, d.first_level,
          d.taken_on or coalesce(d.accepted, false) as accepted,
          d.completed_version > d.returned_version as completed,
          d.completed_version > d.returned_version and d.completed_late as completed_late,
          d.overdue, d.worked, d.returned_version > 0 as returned,
          d.withdrawn and d.completed_version <= d.returned_version as withdrawn,
          d.completed_version <= d.returned_version and not d.withdrawn and r.replaces is not null as replaced
        from duty d
        left join (select distinct replaces from duty where warning_id = :warning) r on r.replaces = d.duty_id
        where d.warning_id = :warning) standing
      group by 1, 2, 3
      """;

  /** A duty of a unit is one however many days it has. */
  static final String INFERRED =
      """
      select count(*) from (
        select distinct unit, code from duty where warning_id = :warning and inferred) of_units
      """;

  static final String EVENTS =
      """
      select kind, count(distinct event_id) as events from duty_step where warning_id = :warning group by kind
      """;
}
