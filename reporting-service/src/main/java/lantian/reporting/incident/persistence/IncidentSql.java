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
        select distinct on (warning_id) warning_id, revision, mode, jurisdiction, to_level, published_at, proposal_id
        from level_step order by warning_id, revision desc
      ), incident as materialized (
        select distinct on (jurisdiction, mode) latest.*
        from latest, moment
        where to_level <> 'NONE' or published_at > now - make_interval(secs => :liftedWithin)
        order by jurisdiction, mode, to_level <> 'NONE' desc, published_at desc
      ), duty_steps as (
        select d.duty_id,
          min(s.at) filter (where s.kind = 'ASSIGNED') as assigned_at,
          bool_or(s.kind in ('ACCEPTED', 'REPORTED', 'COMPLETED')) as worked,
          coalesce(max(s.version) filter (where s.kind = 'COMPLETED'), 0)
            > coalesce(max(s.version) filter (where s.kind = 'RETURNED'), 0) as completed,
          bool_or(s.kind = 'WITHDRAWN')
            or exists (select 1 from duty r where r.replaces = d.duty_id) as withdrawn
        from incident i join duty d using (warning_id) join duty_step s using (duty_id)
        group by d.duty_id
      ), duty_now as materialized (
        select d.warning_id, d.unit, d.due_at, s.assigned_at, s.worked,
          case when s.completed then 'COMPLETED'
               when s.withdrawn then 'WITHDRAWN'
               when d.due_at < moment.now then 'OVERDUE'
               when s.worked or d.accepted then 'ACCEPTED'
               else 'ASSIGNED' end as standing
        from duty_steps s join duty d using (duty_id), moment
      ), unit_work as (
        select warning_id, unit, bool_or(worked) as worked,
          count(*) filter (where standing in ('ASSIGNED', 'ACCEPTED', 'OVERDUE')) as open,
          count(*) filter (where standing = 'COMPLETED') as completed,
          min(due_at) filter (where standing = 'OVERDUE') as late_since
        from duty_now group by warning_id, unit
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
          coalesce(w.worked, false) as worked, coalesce(w.open, 0) as open,
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
      ), chain as (
        select i.jurisdiction, i.mode, i.published_at,
          (select min(p.at) from proposal_step p
           where p.proposal_id = i.proposal_id and p.kind = 'PROPOSED') as proposed_at,
          coalesce(bool_or(not u.follows), i.to_level <> 'NONE' and count(u.follows) = 0) as duties_missing,
          min(u.told_at) filter (where u.follows) as first_told,
          case when bool_and(u.told_at is not null) then max(u.told_at) end as all_told,
          case when bool_and(u.answered_at is not null) then max(u.answered_at) end as all_answered
        from incident i left join unit_now u on u.warning_id = i.warning_id
        group by i.jurisdiction, i.mode, i.published_at, i.proposal_id, i.to_level
      )
      select jurisdiction, mode, 'LEVEL' as what, to_level as of, 0::float8 as value from incident
      union all
      select jurisdiction, mode, 'UNITS', stage.name, stage.units
      from (
        select jurisdiction, mode, count(*) as assigned, count(told_at) as told, count(answered_at) as answered,
          count(*) filter (where worked) as working,
          count(*) filter (where open = 0 and completed > 0) as done,
          count(*) filter (where late_since is not null) as late,
          count(*) filter (where answered_at is null
            and told_at <= now - make_interval(secs => :silentAfter)) as silent,
          count(*) filter (where failed and told_at is null) as unreachable
        from unit_now, moment group by jurisdiction, mode) u
      cross join lateral (values ('ASSIGNED', assigned), ('TOLD', told), ('ANSWERED', answered), ('WORKING', working),
        ('DONE', done), ('LATE', late), ('SILENT', silent), ('UNREACHABLE', unreachable)) stage (name, units)
      union all
      select i.jurisdiction, i.mode, 'DUTIES', d.standing, count(*)
      from incident i join duty_now d using (warning_id) group by i.jurisdiction, i.mode, d.standing
      union all
      select i.jurisdiction, i.mode, 'DELIVERIES', standing.name, count(*)
      from incident i join delivery d using (warning_id)
      cross join lateral (select case when d.acknowledged_at is not null then 'ACKNOWLEDGED'
        when d.sent_at is not null then 'SENT' when d.failed_at is not null then 'FAILED'
        else 'ESCALATING' end) standing (name)
      group by i.jurisdiction, i.mode, standing.name
      union all
      select jurisdiction, mode, 'OLDEST', waiting.name, extract(epoch from now - waiting.since)
      from (
        select c.jurisdiction, c.mode, case when c.duties_missing then c.published_at end as duties,
          min(u.asked_at) filter (where u.told_at is null) as delivery,
          min(u.told_at) filter (where u.answered_at is null) as answer
        from chain c left join unit_now u using (jurisdiction, mode)
        group by c.jurisdiction, c.mode, c.duties_missing, c.published_at) w
      cross join lateral (values ('FOR_DUTIES', duties), ('FOR_DELIVERY', delivery), ('FOR_ANSWER', answer))
        waiting (name, since), moment
      where waiting.since is not null
      union all
      select i.jurisdiction, i.mode, 'OLDEST', 'FOR_COMPLETION', extract(epoch from max(now - d.assigned_at))
      from incident i join duty_now d using (warning_id), moment
      where d.standing in ('ASSIGNED', 'ACCEPTED', 'OVERDUE') and d.assigned_at is not null
      group by i.jurisdiction, i.mode
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
