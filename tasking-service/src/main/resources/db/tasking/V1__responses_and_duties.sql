-- The response to each warning, as its latest revision has it. One row a warning, kept after the lift;
-- a revision that is not newer than the one that stands here has no effect.
create table response (
  warning_id uuid primary key,
  revision bigint not null check (revision >= 1),
  mode text not null check (mode in ('LIVE', 'DRILL')),
  jurisdiction text not null,
  jurisdiction_name text not null,
  kind text not null check (kind in ('RAISE', 'UPGRADE', 'DOWNGRADE', 'LIFT', 'EXTEND', 'CANCEL')),
  from_level text not null check (from_level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  to_level text not null check (to_level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  response text not null check (response in ('COLOURED', 'HEALTH_NOTICE_AND_SUPERVISION', 'HEALTH_NOTICE')),
  published_at timestamptz not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  plan_version text not null,
  -- the last date, in Beijing, for which daily duties were added
  daily_through date not null
);
create index response_in_force on response (daily_through) where to_level <> 'NONE';

-- What a unit has to do. A duty that repeats daily has a row for each of its dates.
create table duty (
  id uuid primary key,
  version bigint not null check (version >= 1),
  warning_id uuid not null references response,
  revision bigint not null check (revision >= 1),
  mode text not null check (mode in ('LIVE', 'DRILL')),
  jurisdiction text not null,
  unit text not null,
  unit_name text not null,
  unit_name_en text not null,
  position integer not null check (position >= 0),
  code text not null,
  statement text not null,
  statement_en text not null,
  measure text,
  measure_en text,
  kind text not null
    check (kind in ('ACTION', 'DAILY_REPORT', 'INSPECTION', 'PUBLICATION', 'IMPACT_REPORT', 'STANDBY')),
  phase text not null check (phase in ('IN_FORCE', 'AFTER_LIFT')),
  level text not null check (level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  assigned_at timestamptz not null,
  due_at timestamptz not null,
  on_date date,
  evidence_wanted text,
  evidence_wanted_en text,
  supporting text[] not null,
  clause text not null,
  inferred boolean not null,
  replaces uuid references duty,
  state text not null check (state in ('ASSIGNED', 'ACCEPTED', 'COMPLETED', 'WITHDRAWN', 'REPLACED')),
  accepted_by text,
  accepted_at timestamptz,
  completed_by text,
  completed_at timestamptz,
  late boolean,
  evidence text,
  overdue_at timestamptz,
  ended_at timestamptz,
  -- second barrier behind the derived id
  constraint duty_once_per_change unique nulls not distinct (warning_id, revision, unit, code, on_date),
  constraint duty_measure_in_both_languages check ((measure is null) = (measure_en is null)),
  constraint duty_evidence_in_both_languages check ((evidence_wanted is null) = (evidence_wanted_en is null)),
  constraint duty_after_lift_at_no_level check ((phase = 'AFTER_LIFT') = (level = 'NONE')),
  constraint duty_acceptance_whole check ((accepted_by is null) = (accepted_at is null)),
  constraint duty_assigned_is_not_accepted check (state <> 'ASSIGNED' or accepted_at is null),
  constraint duty_done_was_accepted check (state not in ('ACCEPTED', 'COMPLETED') or accepted_at is not null),
  constraint duty_completion_whole check (
    case when state = 'COMPLETED'
      then completed_by is not null and completed_at is not null and late is not null and evidence is not null
      else completed_by is null and completed_at is null and late is null and evidence is null end),
  constraint duty_late_is_after_due check (late is null or late = (completed_at > due_at)),
  constraint duty_overdue_is_after_due check (overdue_at is null or overdue_at > due_at),
  constraint duty_closed_is_ended check (
    case state when 'WITHDRAWN' then ended_at is not null
               when 'REPLACED' then ended_at is not null
               when 'COMPLETED' then true
               else ended_at is null end)
);
-- The same work is never asked twice at a time.
create unique index duty_asked_once on duty (warning_id, unit, code, on_date) nulls not distinct
  where state in ('ASSIGNED', 'ACCEPTED');
create index duty_asked on duty (warning_id) where ended_at is null;
create index duty_due on duty (due_at) where state in ('ASSIGNED', 'ACCEPTED') and overdue_at is null;
create index duty_listed on duty (jurisdiction, assigned_at desc, position, on_date, id);
create index duty_of_unit on duty (unit, assigned_at desc);

-- What happened to a duty, step by step; (duty, version) names one step.
create table duty_step (
  duty_id uuid not null references duty,
  version bigint not null check (version >= 2),
  what text not null
    check (what in ('ACCEPTED', 'REPORTED', 'COMPLETED', 'RETURNED', 'OVERDUE', 'WITHDRAWN', 'REPLACED')),
  at timestamptz not null,
  by text,
  -- progress, evidence, or the reason of a return, in the writer's words
  text text check (text is null or char_length(text) between 1 and 4000),
  primary key (duty_id, version),
  check ((what in ('REPORTED', 'COMPLETED', 'RETURNED')) = (text is not null)),
  check ((what in ('OVERDUE', 'WITHDRAWN', 'REPLACED')) = (by is null))
);

-- The transitions that the application knows, and no others, whoever writes.
create function check_duty_transition() returns trigger language plpgsql as $$
begin
  if new.version < old.version or new.state <> old.state and new.version = old.version then
    raise exception 'duty %: version % cannot follow %', old.id, new.version, old.version
      using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('ASSIGNED', 'ACCEPTED'), ('ASSIGNED', 'COMPLETED'), ('ASSIGNED', 'WITHDRAWN'), ('ASSIGNED', 'REPLACED'),
    ('ACCEPTED', 'COMPLETED'), ('ACCEPTED', 'WITHDRAWN'), ('ACCEPTED', 'REPLACED'),
    ('COMPLETED', 'ACCEPTED')
  ) then
    raise exception 'duty %: from % to % is no transition', old.id, old.state, new.state
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger duty_transition before update on duty for each row execute function check_duty_transition();
