package lantian.reporting.episode.persistence;

/**
 * The queries of {@link JdbcWorkCounts}. What makes a duty accepted, completed, late and so on is
 * what {@link lantian.reporting.episode.DutyRecord} says of its steps, here of what they come to.
 */
final class WorkSql {
  private WorkSql() {}

  private static final String STANDING =
      """
      with standing as (
        select d.unit, coalesce(d.phase = 'AFTER_LIFT', false) as after_lift, d.first_level,
          d.taken_on or coalesce(d.accepted, false) as accepted,
          d.completed_version > d.returned_version as completed,
          d.completed_version > d.returned_version and d.completed_late as completed_late,
          d.overdue, d.worked, d.returned_version > 0 as returned,
          d.withdrawn and d.completed_version <= d.returned_version as withdrawn,
          d.completed_version <= d.returned_version and not d.withdrawn
            and d.duty_id in (select r.replaces from duty r
              where r.warning_id = :warning and r.replaces is not null) as replaced
        from duty d where d.warning_id = :warning
        offset 0 -- or it would be worked out anew for each of its counts
      ), part as materialized (
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
        from standing group by 1, 2, 3
      ), unit_work as (
        select unit, bool_or(worked) as worked, sum(late) as late, sum(overdue) as overdue, sum(open) as open
        from part group by unit
      )
      """;

  private static final String SUMS =
      """
      sum(assigned) as assigned, sum(accepted) as accepted, sum(completed) as completed,
        sum(completed_late) as completed_late, sum(overdue) as overdue, sum(withdrawn) as withdrawn,
        sum(replaced) as replaced, sum(open) as open, sum(returned) as returned, sum(late) as late
      """;

  /** A row for all, and one for each level. */
  static final String TOTALS =
      STANDING
          + """
          select 'ALL' as what, false as after_lift, null as level, %1$s,
            (select count(*) from unit_work) as units,
            (select count(*) from unit_work where not worked) as silent,
            (select count(*) from unit_work where unit_work.late > 0) as late_units
          from part
          union all
          select 'LEVEL', after_lift, level, %1$s, 0, 0, 0 from part group by after_lift, level
          """
              .formatted(SUMS);

  static final String UNITS_THAT_MATTER =
      STANDING
          + """
          select unit from (
            select unit, kind, row_number() over (partition by kind order by overdue desc, open desc, unit) as place
            from (select *, case when not worked then 1 when late > 0 then 2 else 3 end as kind
                  from unit_work) of_a_kind) ranked
          order by place, kind limit :atMost
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
