-- The work of turning a level change into duties. The consumer of the change only records it here; a
-- worker writes it some units at a time: their duties, their events and how far it came commit together,
-- so that it goes on where it was when its process dies.
create table fan_out (
  id uuid primary key,
  warning_id uuid not null references response,
  revision bigint not null check (revision >= 1),
  jurisdiction text not null,
  to_level text not null check (to_level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  -- the level that was in force or under way before, and its response; absent for the first that was read
  before_level text check (before_level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  before_response text check (before_response in ('COLOURED', 'HEALTH_NOTICE_AND_SUPERVISION', 'HEALTH_NOTICE')),
  plan_version text not null,
  -- units may be asked for duties of an earlier version, which the last chunk looks after
  plan_changed boolean not null,
  -- the units of the plan, and the first of them that is not written; the plan's duties before that unit
  units integer not null check (units >= 0),
  next_unit integer not null check (next_unit >= 0),
  next_position integer not null check (next_position >= 0),
  state text not null check (state in ('OPEN', 'WHOLE', 'SUPERSEDED', 'FAILED')),
  -- business time of the level change's event; the events of the duties bear it too
  happened_at timestamptz not null,
  traceparent text,
  -- grows with every claim and at the end of each: whoever holds an older one can no longer write
  token bigint not null default 0,
  claimed_by text,
  -- until then nobody else takes it: a claim's end, or the end of a pause after a failure
  free_at timestamptz not null default clock_timestamp(),
  -- claims since it last came further
  tries integer not null default 0 check (tries >= 0),
  last_error text,
  recorded_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  constraint fan_out_once unique (warning_id, revision),
  constraint fan_out_before_whole check ((before_level is null) = (before_response is null)),
  constraint fan_out_within_plan check (next_unit <= units),
  constraint fan_out_whole_is_written check (state <> 'WHOLE' or next_unit = units),
  constraint fan_out_end check ((finished_at is not null) = (state in ('WHOLE', 'SUPERSEDED')))
);
-- One at a time for a warning: a newer revision takes over what an older one has left.
create unique index fan_out_one_unfinished on fan_out (warning_id) where state in ('OPEN', 'FAILED');
create index fan_out_open on fan_out (free_at) where state = 'OPEN';
create index fan_out_listed on fan_out (recorded_at desc, id);

-- The revision whose fan-out is not whole yet; daily duties wait for it.
alter table response add column fanning_out bigint;

-- A chunk asks for the duties of its own units.
drop index duty_asked;
create index duty_asked on duty (warning_id, unit) where ended_at is null;
