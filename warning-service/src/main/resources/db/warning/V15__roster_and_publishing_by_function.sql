-- The roster (名册): who may decide, in which role and for which place, at this moment. A token says who somebody is; whether
-- they still hold the office is read here, at each decision. All of it is machine time: nobody moves it.
alter table authority_rule
  -- Whether somebody for whom the issuer vouches is entered at their first decision; on a local platform only. Set at
  -- each start by the owner of the schema (afterMigrate.sql).
  add column roster_first_use boolean not null default false;

create table roster_entry (
  id uuid primary key default gen_random_uuid(),
  person text not null check (person <> ''),
  role text not null check (role in ('office', 'headquarters')),
  jurisdiction text not null check (jurisdiction ~ '^([*]|[0-9]{6})$'),
  -- For whom the person deputises; null: in their own right.
  deputy_for text check (deputy_for <> '' and deputy_for <> person),
  valid_from timestamptz not null default clock_timestamp(),
  valid_to timestamptz check (valid_to > valid_from),
  way text not null default 'BY_TWO' check (way in ('BY_TWO', 'FIRST_USE')),
  entered_by text not null check (entered_by <> ''),
  entered_at timestamptz not null default clock_timestamp(),
  confirmed_by text check (confirmed_by <> ''),
  confirmed_at timestamptz check ((confirmed_at is null) = (confirmed_by is null)),
  ended_by text check (ended_by <> ''),
  ended_at timestamptz check ((ended_at is null) = (ended_by is null)),
  ended_why text,
  constraint nobody_enters_themselves check (way = 'FIRST_USE' or entered_by <> person),
  constraint confirmed_by_a_third check (
    way = 'FIRST_USE' or confirmed_by is null or (confirmed_by <> person and confirmed_by <> entered_by)),
  constraint first_use_is_ones_own check (
    way <> 'FIRST_USE' or (entered_by = person and confirmed_by is not distinct from person))
);
create index roster_of_person on roster_entry (person, role);
create unique index roster_first_use on roster_entry (person, role, jurisdiction) where way = 'FIRST_USE';

-- Every change of the roster, kept: written by the trigger below and by nobody else.
create table roster_step (
  entry_id uuid not null references roster_entry (id),
  number integer not null check (number > 0),
  step text not null check (step in ('ENTERED', 'CONFIRMED', 'ENDED')),
  person text not null,
  at timestamptz not null,
  reason text,
  primary key (entry_id, number)
);
create trigger only_added_to before update or delete on roster_step
  for each row execute function keep_as_it_is();
create trigger only_added_to before delete on roster_entry
  for each row execute function keep_as_it_is();

-- An entry of a place holds there and, of a government, in the counties below it; of * everywhere.
create function covers(entered text, place text) returns boolean language sql immutable as $$
  select entered in ('*', place, left(place, 4) || '00')
$$;

create function stands_on_roster(who text, in_roles text[], place text) returns boolean
language sql volatile set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select exists (
    select from roster_entry
    where person = who and role = any (in_roles) and covers(jurisdiction, place)
      and confirmed_at is not null and ended_at is null
      and valid_from <= clock_timestamp() and (valid_to is null or valid_to > clock_timestamp()))
$$;

create function roster_moves() returns trigger
language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.entered_at := clock_timestamp();
    if new.ended_at is not null then
      raise exception 'an entry does not begin ended' using errcode = 'check_violation';
    end if;
    if new.way = 'FIRST_USE' then
      if not (select roster_first_use from authority_rule) then
        raise exception 'nobody is entered by a token here' using errcode = 'check_violation';
      end if;
      -- What was ended stays ended.
      if exists (
          select from roster_entry
          where person = new.person and role = new.role and covers(jurisdiction, new.jurisdiction)) then
        raise exception '% was entered before', new.person using errcode = 'check_violation';
      end if;
      new.confirmed_at := new.entered_at;
    elsif new.confirmed_at is not null then
      raise exception 'an entry begins unconfirmed' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.id, new.person, new.role, new.jurisdiction, new.deputy_for, new.valid_from, new.valid_to, new.way,
      new.entered_by, new.entered_at)
    is distinct from
     (old.id, old.person, old.role, old.jurisdiction, old.deputy_for, old.valid_from, old.valid_to, old.way,
      old.entered_by, old.entered_at) then
    raise exception 'the content of an entry never changes' using errcode = 'restrict_violation';
  end if;
  if old.ended_at is not null then
    raise exception 'what was ended stays ended' using errcode = 'restrict_violation';
  end if;
  if new.ended_by is not null then
    if new.confirmed_by is distinct from old.confirmed_by then
      raise exception 'an entry is confirmed or ended' using errcode = 'restrict_violation';
    end if;
    new.confirmed_at := old.confirmed_at;
    new.ended_at := clock_timestamp();
    return new;
  end if;
  if old.confirmed_by is not null or new.confirmed_by is null then
    raise exception 'an entry is confirmed once' using errcode = 'restrict_violation';
  end if;
  -- By somebody of the headquarters who stands on the roster; where nobody does who could, the roster begins here.
  if not stands_on_roster(new.confirmed_by, array['headquarters'], new.jurisdiction) and exists (
      select from roster_entry
      where role = 'headquarters' and covers(jurisdiction, new.jurisdiction)
        and person not in (new.person, new.entered_by)
        and confirmed_at is not null and ended_at is null
        and valid_from <= clock_timestamp() and (valid_to is null or valid_to > clock_timestamp())) then
    raise exception '% may not confirm it', new.confirmed_by using errcode = 'check_violation';
  end if;
  new.confirmed_at := clock_timestamp();
  return new;
end $$;
create trigger roster_moves before insert or update on roster_entry
  for each row execute function roster_moves();

create function roster_remembers() returns trigger
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  insert into roster_step (entry_id, number, step, person, at, reason)
  select new.id, 1 + (select count(*) from roster_step where entry_id = new.id),
    case when tg_op = 'INSERT' then 'ENTERED' when new.ended_at is not null then 'ENDED' else 'CONFIRMED' end,
    case when tg_op = 'INSERT' then new.entered_by when new.ended_at is not null then new.ended_by
      else new.confirmed_by end,
    clock_timestamp(), new.ended_why;
  return null;
end $$;
create trigger roster_remembers after insert or update on roster_entry
  for each row execute function roster_remembers();

-- Whoever gave this approval may decide so now: in the role of the approval, or, standing in, in any that decides.
create function approver_stands(given approval, place text) returns boolean
language sql volatile set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select stands_on_roster(given.approver,
    case when given.stand_in then array['office', 'headquarters'] else array[given.approver_role] end, place)
$$;

-- The only way to a published level for the application's role, which may write neither warning nor warning_change: it
-- locks the proposal and looks at everything anew, at this moment. What it does not look at, foreign keys and checks do.
create function issue_warning(of_proposal uuid, event uuid, at timestamptz) returns bigint
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  p proposal;
  s submission;
  w warning;
  given approval;
  approvers text[] := '{}';
  red boolean;
  following bigint;
begin
  select * into p from proposal where id = of_proposal for update;
  if not found then
    raise exception 'there is no proposal %', of_proposal using errcode = 'check_violation';
  end if;
  if p.state <> 'APPROVED' then
    raise exception 'a proposal that is % is not published', p.state using errcode = 'check_violation';
  end if;
  select * into s from submission where proposal_id = p.id and number = p.submissions;
  if not found or s.content_sha256 <> p.content_sha256 then
    raise exception 'what was submitted is not what is proposed' using errcode = 'check_violation';
  end if;
  red := p.kind in ('RAISE', 'UPGRADE') and p.to_level = 'RED';
  for given in
    select * from approval where proposal_id = p.id and submission = s.number order by approved_at, approver
  loop
    if given.content_sha256 <> p.content_sha256 then
      raise exception 'what was approved is not what is proposed' using errcode = 'check_violation';
    end if;
    if given.approver = s.submitted_by or given.approver = any (approvers) then
      raise exception 'approvers differ from each other and from who submitted' using errcode = 'check_violation';
    end if;
    if not approver_stands(given, p.jurisdiction) then
      raise exception 'approver % does not stand on the roster', given.approver using errcode = 'check_violation';
    end if;
    -- Without a time of its own it was given before sign-ins were asked for.
    if red and given.recorded_at is not null and (
        given.token_id is null or given.signed_in_at is null
        or given.signed_in_at < given.recorded_at - (select red_sign_in_within from authority_rule)) then
      raise exception 'red is approved by who has just signed in' using errcode = 'check_violation';
    end if;
    if given.stand_in and given.approved_at < coalesce(s.approval_due, s.submitted_at + interval '2 hours') then
      raise exception 'nobody stands in before the approval deadline' using errcode = 'check_violation';
    end if;
    approvers := approvers || given.approver;
  end loop;
  if cardinality(approvers) < (case when red then 2 else 1 end) then
    raise exception 'it was approved by % only', cardinality(approvers) using errcode = 'check_violation';
  end if;
  select * into w from warning where id = p.warning_id for update;
  if coalesce(w.level, 'NONE') <> p.from_level then
    raise exception 'the level in force is %, not %', coalesce(w.level, 'NONE'), p.from_level
      using errcode = 'check_violation';
  end if;
  following := coalesce(w.revision, 0) + 1;
  insert into warning (id, mode, jurisdiction, revision, level)
  values (p.warning_id, p.mode, p.jurisdiction, following, p.to_level)
  on conflict (id) do update set revision = excluded.revision, level = excluded.level;
  insert into warning_change (warning_id, revision, event_id, mode, jurisdiction, proposal_id, submission, kind,
    from_level, to_level, content_sha256, submitted_by, approver_a, approver_b, published_at, valid_from, valid_to)
  values (p.warning_id, following, event, p.mode, p.jurisdiction, p.id, s.number, p.kind, p.from_level, p.to_level,
    p.content_sha256, s.submitted_by, approvers[1], approvers[2], at, greatest(coalesce(p.valid_from, at), at),
    p.valid_to);
  return following;
end $$;

-- And the only way to take one back: one person of the office, of the revision in force, to no level at all.
create function take_back_warning(
  of_warning uuid, seen bigint, correction uuid, event uuid, by_whom text, at timestamptz, why text) returns bigint
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  w warning;
  prepared text;
begin
  select * into w from warning where id = of_warning for update;
  if not found or w.level = 'NONE' or w.revision <> seen then
    raise exception 'no such revision is in force' using errcode = 'check_violation';
  end if;
  select correction_sha256 into prepared from publication where warning_id = w.id and revision = w.revision;
  if prepared is null then
    raise exception 'nothing was prepared for it' using errcode = 'check_violation';
  end if;
  if not stands_on_roster(by_whom, array['office'], w.jurisdiction) then
    raise exception '% does not stand on the roster', by_whom using errcode = 'check_violation';
  end if;
  update warning set revision = w.revision + 1, level = 'NONE' where id = w.id;
  insert into correction (id, warning_id, revision, mode, jurisdiction, from_level, content_sha256, corrected_by,
    corrector_role, corrected_at, reason)
  values (correction, w.id, w.revision, w.mode, w.jurisdiction, w.level, prepared, by_whom, 'office', at, why);
  insert into warning_change (warning_id, revision, event_id, mode, jurisdiction, correction_id, kind, from_level,
    to_level, content_sha256, submitted_by, published_at, valid_from)
  values (w.id, w.revision + 1, event, w.mode, w.jurisdiction, correction, 'CANCEL', w.level, 'NONE', prepared, by_whom,
    at, at);
  return w.revision + 1;
end $$;

-- Whoever sets another search_path, or has tables of its own in pg_temp, meets the same rules.
alter function proposal_moves() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function judged_by_no_draft() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function opinion_on_what_stands() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function stand_in_after_deadline() set search_path = ${flyway:defaultSchema}, pg_temp;

-- Who may call these two is said by afterMigrate.sql.
revoke execute on function issue_warning(uuid, uuid, timestamptz) from public;
revoke execute on function take_back_warning(uuid, bigint, uuid, uuid, text, timestamptz, text) from public;
