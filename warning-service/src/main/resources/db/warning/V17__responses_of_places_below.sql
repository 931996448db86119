-- A place below responds to the warnings of the places above it, and may do so more strictly, never more laxly
-- (大气污染防治法 Art. 95, 96). Its response is one sequence of changes, whatever asks for it: the warning for the place
-- itself, one for a place above, its own decision. It begins only where one of the last two does; before that, and
-- where neither ever does, the revisions of the warning are all there is.

create function highest_level(variadic levels text[]) returns text language sql immutable as $$
  select (array['NONE', 'YELLOW', 'ORANGE', 'RED'])[max(array_position(array['NONE', 'YELLOW', 'ORANGE', 'RED'], level))]
  from unnest(levels) level
$$;

-- A place has decided to respond more strictly. One person puts it forward, others approve, as the policy has it for
-- warnings of that level; what it was bound by then stands beside it and is never above it.
create table stricter_response (
  id uuid primary key,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  jurisdiction text not null,
  level text not null check (level in ('YELLOW', 'ORANGE', 'RED')),
  bound_level text not null check (bound_level in ('YELLOW', 'ORANGE', 'RED')),
  -- of what bound it then: what kind of response is to be stricter
  cause text not null,
  response text not null check (response in ('COLOURED', 'HEALTH_NOTICE_AND_SUPERVISION', 'HEALTH_NOTICE')),
  policy text not null,
  reason text not null check (reason <> ''),
  submitted_by text not null check (submitted_by <> ''),
  submitted_at timestamptz not null,
  approver_a text,
  role_a text check (role_a in ('office', 'headquarters')),
  approver_b text,
  role_b text check (role_b in ('office', 'headquarters')),
  state text not null check (state in ('SUBMITTED', 'IN_FORCE', 'ENDED')),
  version bigint not null check (version > 0),
  begun_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  unique (id, mode, jurisdiction),
  constraint never_laxer check (highest_level(level, bound_level) = level),
  constraint nobody_their_own check (
    approver_a is distinct from submitted_by and approver_b is distinct from submitted_by
    and (approver_b is null or approver_b <> approver_a)),
  constraint approvals_whole check (
    (approver_a is null) = (role_a is null) and (approver_b is null) = (role_b is null)),
  constraint headquarters_decide check (
    level = 'YELLOW' or (coalesce(role_a, 'headquarters') = 'headquarters'
      and coalesce(role_b, 'headquarters') = 'headquarters')),
  constraint in_force_is_approved check (
    (begun_at is null) or (approver_a is not null and (level <> 'RED' or approver_b is not null))),
  constraint states_whole check (
    case state when 'SUBMITTED' then begun_at is null and ended_at is null
      when 'IN_FORCE' then begun_at is not null and ended_at is null
      else ended_at is not null end),
  constraint end_whole check ((ended_by is null) = (ended_at is null)),
  constraint ended_by_another check (begun_at is null or ended_by is distinct from submitted_by)
);
create unique index stricter_submitted on stricter_response (jurisdiction, mode) where state = 'SUBMITTED';
create unique index stricter_in_force on stricter_response (jurisdiction, mode) where state = 'IN_FORCE';

create function stricter_moves() returns trigger language plpgsql as $$
begin
  if (new.id, new.mode, new.jurisdiction, new.level, new.cause, new.response, new.policy, new.reason, new.submitted_by, new.submitted_at)
    is distinct from
     (old.id, old.mode, old.jurisdiction, old.level, old.cause, old.response, old.policy, old.reason, old.submitted_by, old.submitted_at) then
    raise exception 'what was put forward never changes' using errcode = 'restrict_violation';
  end if;
  if new.version <> old.version + 1 or (old.state, new.state) not in (
      ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'IN_FORCE'), ('SUBMITTED', 'ENDED'), ('IN_FORCE', 'ENDED')) then
    raise exception 'a response does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if old.state = 'IN_FORCE' and (new.approver_a, new.approver_b, new.begun_at, new.bound_level)
      is distinct from (old.approver_a, old.approver_b, old.begun_at, old.bound_level) then
    raise exception 'what was approved never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger stricter_moves before update on stricter_response for each row execute function stricter_moves();
create trigger only_added_to before delete on stricter_response for each row execute function keep_as_it_is();

create table place_response (
  id uuid primary key,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  jurisdiction text not null,
  revision bigint not null check (revision > 0),
  level text not null,
  unique (id, mode, jurisdiction)
);
create unique index place_response_in_force on place_response (jurisdiction, mode) where level <> 'NONE';

-- Every change that was told. Its level is the highest of what asked for it at that moment, and what is said to bind it
-- was published.
create table place_response_change (
  response_id uuid not null,
  revision bigint not null check (revision > 0),
  event_id uuid not null unique,
  mode text not null,
  jurisdiction text not null,
  kind text not null check (kind in ('RAISE', 'UPGRADE', 'DOWNGRADE', 'LIFT', 'EXTEND', 'CANCEL')),
  from_level text not null,
  to_level text not null,
  own_level text not null,
  above_level text not null,
  above_warning uuid,
  above_revision bigint,
  above_jurisdiction text,
  stricter_level text not null,
  stricter_id uuid,
  cause text not null,
  response text not null,
  policy text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  told_at timestamptz not null,
  primary key (response_id, revision),
  unique (response_id, revision, to_level),
  foreign key (response_id, mode, jurisdiction) references place_response (id, mode, jurisdiction),
  constraint never_laxer check (to_level = highest_level(own_level, above_level, stricter_level)),
  constraint bound_by_a_warning check (
    (above_level = 'NONE') = (above_warning is null) and (above_warning is null) = (above_revision is null)
    and (above_warning is null) = (above_jurisdiction is null)),
  constraint stricter_was_decided check ((stricter_level = 'NONE') = (stricter_id is null)),
  foreign key (above_warning, above_revision, above_level) references warning_change (warning_id, revision, to_level),
  foreign key (above_warning, mode, above_jurisdiction) references warning (id, mode, jurisdiction),
  foreign key (stricter_id, mode, jurisdiction) references stricter_response (id, mode, jurisdiction)
);
alter table place_response add foreign key (id, revision, level)
  references place_response_change (response_id, revision, to_level) deferrable initially deferred;
create trigger only_added_to before update or delete on place_response_change
  for each row execute function keep_as_it_is();
