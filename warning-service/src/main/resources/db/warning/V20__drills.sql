-- A drill (演练): announced beforehand by somebody to somebody, in one place and for some time. A place has one at a time.
create table drill (
  id uuid primary key,
  jurisdiction text not null,
  -- From 1 in each place: people speak of the third drill.
  number bigint not null check (number > 0),
  name text not null check (name <> ''),
  scenario text not null check (scenario <> ''),
  begins_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > begins_at),
  announced_by text not null check (announced_by <> ''),
  announced_to text not null check (announced_to <> ''),
  opened_by text not null check (opened_by <> ''),
  opened_at timestamptz not null,
  ended_by text check (ended_by <> ''),
  ended_at timestamptz check (ended_at >= opened_at),
  unique (jurisdiction, number),
  check ((ended_by is null) = (ended_at is null))
);
create unique index drill_open on drill (jurisdiction) where ended_at is null;

-- Every row of a drill names the drill, and no other row does. Of rows from before there were drills all are live, so
-- that nothing has to be read through now.
alter table observation add column drill_id uuid references drill (id);
alter table forecast add column drill_id uuid references drill (id);
alter table proposal add column drill_id uuid references drill (id);
alter table warning add column drill_id uuid references drill (id);
alter table observation
  add constraint drill_is_named check ((mode = 'DRILL') = (drill_id is not null)) not valid;
alter table forecast
  add constraint drill_is_named check ((mode = 'DRILL') = (drill_id is not null)) not valid;
alter table proposal
  add constraint drill_is_named check ((mode = 'DRILL') = (drill_id is not null)) not valid;
alter table warning
  add constraint drill_is_named check ((mode = 'DRILL') = (drill_id is not null)) not valid;

-- Whoever writes: what is of a drill belongs to the one that is open there, and without one there is nothing to write.
create function belongs_to_open_drill() returns trigger language plpgsql as $$
begin
  select id into new.drill_id from drill where jurisdiction = new.jurisdiction and ended_at is null;
  if new.drill_id is null then
    raise exception 'no drill is open in %', new.jurisdiction using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger belongs_to_open_drill before insert on observation
  for each row when (new.mode = 'DRILL') execute function belongs_to_open_drill();
create trigger belongs_to_open_drill before insert on forecast
  for each row when (new.mode = 'DRILL') execute function belongs_to_open_drill();
create trigger belongs_to_open_drill before insert on proposal
  for each row when (new.mode = 'DRILL') execute function belongs_to_open_drill();
-- A warning is written anew with each revision: also its last one is of the drill that it began in.
create trigger belongs_to_open_drill before insert on warning
  for each row when (new.mode = 'DRILL') execute function belongs_to_open_drill();

-- What is live never becomes a drill, nor the other way round, nor the one drill another.
create function mode_never_changes() returns trigger language plpgsql as $$
begin
  if (new.mode, new.drill_id) is distinct from (old.mode, old.drill_id) then
    raise exception 'what began live or in a drill stays that' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger mode_never_changes before update on proposal
  for each row execute function mode_never_changes();
create trigger mode_never_changes before update on warning
  for each row execute function mode_never_changes();

-- A drill is opened, and ended once: not while a warning of it is in force or a proposal stands.
create function drill_only_ends() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
    or to_jsonb(new) - 'ended_by' - 'ended_at' is distinct from to_jsonb(old) - 'ended_by' - 'ended_at' then
    raise exception 'a drill is ended once, nothing else of it changes' using errcode = 'restrict_violation';
  end if;
  if exists (select from warning where drill_id = new.id and level <> 'NONE')
    or exists (select from proposal where drill_id = new.id and state in ('OPEN', 'SUBMITTED', 'RETURNED')) then
    raise exception 'something of the drill still stands' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger drill_only_ends before update or delete on drill
  for each row execute function drill_only_ends();

-- What a list of a drill shows.
create index proposal_of_drill on proposal (drill_id) where drill_id is not null;
create index warning_of_drill on warning (drill_id) where drill_id is not null;
