-- The units of a warning as the latest revision that concerns them has left them: one row a unit, by the event
-- that told of it. What was told before this table is put together from the duties.
create table asked_unit (
  warning_id uuid not null,
  unit text not null,
  event_id uuid not null,
  revision bigint not null check (revision >= 1),
  unit_name text not null,
  unit_name_en text not null,
  asked_at timestamptz not null,
  -- duties that are the unit's after that revision; none: it may stand down
  remaining integer not null check (remaining >= 0),
  -- machine time
  kept_at timestamptz not null default clock_timestamp(),
  primary key (warning_id, unit)
);
insert into asked_unit (warning_id, unit, event_id, revision, unit_name, unit_name_en, asked_at, remaining)
select distinct on (d.warning_id, d.unit)
  d.warning_id, d.unit, s.event_id, s.revision, d.unit_name, d.unit_name_en, s.at,
  case when s.kind = 'ASSIGNED' then 1 else 0 end
from duty d join duty_step s using (duty_id)
where s.kind in ('ASSIGNED', 'WITHDRAWN') and s.revision is not null and d.unit_name is not null
order by d.warning_id, d.unit, s.revision desc, s.kind;

-- Which revision of the warning a message is about.
alter table delivery add column revision bigint;
update delivery d set revision = coalesce(
  (select max(l.revision) from level_step l
   where l.warning_id = d.warning_id
     and l.published_at <= coalesce(d.sent_at, d.failed_at, d.escalated_at, d.acknowledged_at)), 1);
create index duty_replaced on duty (replaces) where replaces is not null;
