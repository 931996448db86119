package lantian.reporting.incident.persistence;

/**
 * The query of {@link JdbcIncidents}. It goes from the few incidents of the moment along the
 * indexes by warning, and gives a row for each figure: place, what, of what, how much.
 */
final class IncidentSql {
  private IncidentSql() {}

  static final String CURRENT =
      """
      with moment as (
        select cast(:now as timestamptz) as now
      ), latest as (
        select distinct on (warning_id) warning_id, revision, mode, jurisdiction, to_level, published_at, proposal_id,
          binds
        from level_step where responded_in is null -- that is the same incident, told once more
        order by warning_id, revision desc
      ), incident as materialized (
        select distinct on (jurisdiction, mode) latest.*
        from latest, moment
        where to_level <> 'NONE' or published_at > now - make_interval(secs => :liftedWithin)
        order by jurisdiction, mode, to_level <> 'NONE' desc, published_at desc
      ), replaced as (
        select r.replaces from incident i join duty r using (warning_id) where r.replaces is not null
      ), duty_now as (
        select d.warning_id, d.unit, d.due_at, d.assigned_at, d.worked,
          case when d.completed_version > d.returned_version then 'COMPLETED'
               when d.withdrawn or d.duty_id in (select replaces from replaced) then 'WITHDRAWN'
               when d.due_at < moment.now then 'OVERDUE'
               when d.worked or d.accepted then 'ACCEPTED'
               else 'ASSIGNED' end as standing
        from incident i join duty d using (warning_id), moment
        offset 0 -- or the standing would be worked out anew for each of its counts
      ), unit_work as materialized (
        select warning_id, unit, bool_or(worked) as worked,
          count(*) filter (where standing = 'ASSIGNED') as assigned,
          count(*) filter (where standing = 'ACCEPTED') as accepted,
          count(*) filter (where standing = 'OVERDUE') as overdue,
          count(*) filter (where standing = 'COMPLETED') as completed,
          count(*) filter (where standing = 'WITHDRAWN') as withdrawn,
          min(due_at) filter (where standing = 'OVERDUE') as late_since,
          min(assigned_at) filter (where standing in ('ASSIGNED', 'ACCEPTED', 'OVERDUE')) as open_since
        from duty_now group by warning_id, unit
      ), all_work as (
        select warning_id, sum(assigned) as assigned, sum(accepted) as accepted, sum(overdue) as overdue,
          sum(completed) as completed, sum(withdrawn) as withdrawn, min(open_since) as open_since
        from unit_work group by warning_id
      ), message as (
        select d.warning_id, d.unit, d.revision,
          min(coalesce(d.sent_at, d.acknowledged_at)) as told_at,
          min(d.acknowledged_at) as answered_at,
          bool_or(d.failed_at is not null) as failed
        from incident i join delivery d using (warning_id)
        group by d.warning_id, d.unit, d.revision
      ), unit_now as materialized (
        select i.jurisdiction, i.mode, i.warning_id, u.unit_name, u.asked_at, u.remaining,
          u.revision >= i.revision as follows,
          m.told_at, m.answered_at, coalesce(m.failed, false) as failed,
          coalesce(w.worked, false) as worked, coalesce(w.assigned + w.accepted + w.overdue, 0) as open,
          coalesce(w.completed, 0) as completed, w.late_since
        from incident i
        join asked_unit u on u.warning_id = i.warning_id and (u.revision >= i.revision or u.remaining > 0)
        left join message m on m.warning_id = u.warning_id and m.unit = u.unit and m.revision = u.revision
        left join unit_work w on w.warning_id = u.warning_id and w.unit = u.unit
      ), delay as (
        select jurisdiction, mode, 'SILENT' as what, unit_name, min(told_at) as since
        from unit_now, moment
        where answered_at is null and told_at <= now - make_interval(secs => :silentAfter)
        group by jurisdiction, mode, unit_name
        union all
        select jurisdiction, mode, 'LATE', unit_name, min(late_since)
        from unit_now where late_since is not null
        group by jurisdiction, mode, unit_name
      ), all_units as (
        select warning_id, count(*) as assigned, count(told_at) as told, count(answered_at) as answered,
          count(*) filter (where worked) as working,
          count(*) filter (where open = 0 and completed > 0) as done,
          count(*) filter (where late_since is not null) as late,
          count(*) filter (where answered_at is null
            and told_at <= now - make_interval(secs => :silentAfter)) as silent,
          count(*) filter (where failed and told_at is null) as unreachable,
          bool_or(not follows) as some_missing,
          min(told_at) filter (where follows) as first_told,
          case when bool_and(told_at is not null) then max(told_at) end as all_told,
          case when bool_and(answered_at is not null) then max(answered_at) end as all_answered,
          min(asked_at) filter (where told_at is null) as untold_since,
          min(told_at) filter (where answered_at is null) as unanswered_since
        from unit_now, moment group by warning_id
      ), chain as materialized (
        select i.jurisdiction, i.mode, i.published_at, u.*, w.open_since,
          (select min(p.at) from proposal_step p
           where p.proposal_id = i.proposal_id and p.kind = 'PROPOSED') as proposed_at,
          coalesce(u.some_missing, i.to_level <> 'NONE' and i.binds = '{}') as duties_missing
        from incident i left join all_units u using (warning_id) left join all_work w using (warning_id)
      )
      select jurisdiction, mode, 'LEVEL' as what, to_level as of, 0::float8 as value from incident
      union all
      select jurisdiction, mode, 'UNITS', stage.name, stage.units
      from chain cross join lateral (values ('ASSIGNED', assigned), ('TOLD', told), ('ANSWERED', answered),
        ('WORKING', working), ('DONE', done), ('LATE', late), ('SILENT', silent), ('UNREACHABLE', unreachable))
        stage (name, units)
      where stage.units is not null
      union all
      select i.jurisdiction, i.mode, 'DUTIES', standing.name, standing.duties
      from incident i join all_work w using (warning_id)
      cross join lateral (values ('ASSIGNED', assigned), ('ACCEPTED', accepted), ('OVERDUE', overdue),
        ('COMPLETED', completed), ('WITHDRAWN', withdrawn)) standing (name, duties)
      union all
      select i.jurisdiction, i.mode, 'DELIVERIES', standing.name, count(*)
      from incident i join delivery d using (warning_id)
      cross join lateral (select case when d.acknowledged_at is not null then 'ACKNOWLEDGED'
        when d.sent_at is not null then 'SENT' when d.failed_at is not null then 'FAILED'
        else 'ESCALATING' end) standing (name)
      group by i.jurisdiction, i.mode, standing.name
      union all
      select jurisdiction, mode, 'OLDEST', waiting.name, extract(epoch from now - waiting.since)
      from chain cross join lateral (values
        ('FOR_DUTIES', case when duties_missing then published_at end), ('FOR_DELIVERY', untold_since),
        ('FOR_ANSWER', unanswered_since), ('FOR_COMPLETION', open_since)) waiting (name, since), moment
      where waiting.since is not null
      union all
      select jurisdiction, mode, 'STEP', step.name, extract(epoch from step.took)
      from chain cross join lateral (values ('APPROVAL', published_at - proposed_at),
        ('FIRST_TOLD', first_told - published_at),
        ('ALL_TOLD', case when not duties_missing then all_told - published_at end),
        ('ALL_ANSWERED', case when not duties_missing then all_answered - published_at end)) step (name, took)
      where step.took is not null
      union all
      (select jurisdiction, mode, what, unit_name, extract(epoch from now - since)
       from (select *, row_number() over (partition by jurisdiction, mode, what order by since, unit_name) as place
             from delay) d, moment
       where place <= :longest
       order by since, unit_name)
      """;
}
