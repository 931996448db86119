-- Emergency codes (应急处置口令): when those who stand on the roster cannot be had, a sealed envelope is opened. A code stands in for
-- the roster and for nothing else: it takes a signed in person, two different ones where the change takes two. The code
-- itself is on paper; here is its fingerprint. It is made by one, confirmed by another of the headquarters, used once, and
-- runs out. Machine time.
create table emergency_code (
  id uuid primary key default gen_random_uuid(),
  code_sha256 text not null unique check (code_sha256 ~ '^[0-9a-f]{64}$'),
  role text not null check (role in ('office', 'headquarters')),
  jurisdiction text not null check (jurisdiction ~ '^([*]|[0-9]{6})$'),
  made_by text not null check (made_by <> ''),
  made_at timestamptz not null default clock_timestamp(),
  valid_to timestamptz not null,
  confirmed_by text check (confirmed_by <> '' and confirmed_by <> made_by),
  confirmed_at timestamptz check ((confirmed_at is null) = (confirmed_by is null)),
  withdrawn_by text check (withdrawn_by <> ''),
  withdrawn_at timestamptz check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint runs_out check (valid_to > made_at and valid_to <= made_at + interval '400 days')
);
create trigger only_added_to before delete on emergency_code
  for each row execute function keep_as_it_is();

create function emergency_code_moves() returns trigger
language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.confirmed_by is not null or new.withdrawn_by is not null then
      raise exception 'a code begins unconfirmed' using errcode = 'check_violation';
    end if;
    new.made_at := clock_timestamp();
    return new;
  end if;
  if (new.id, new.code_sha256, new.role, new.jurisdiction, new.made_by, new.made_at, new.valid_to)
    is distinct from (old.id, old.code_sha256, old.role, old.jurisdiction, old.made_by, old.made_at, old.valid_to) then
    raise exception 'a code never changes' using errcode = 'restrict_violation';
  end if;
  if old.withdrawn_by is not null
      or (new.confirmed_by is distinct from old.confirmed_by and old.confirmed_by is not null) then
    raise exception 'a code is confirmed once, and withdrawn for good' using errcode = 'restrict_violation';
  end if;
  new.confirmed_at := case
    when new.confirmed_by is null then null when old.confirmed_by is null then clock_timestamp()
    else old.confirmed_at end;
  new.withdrawn_at := case when new.withdrawn_by is not null then clock_timestamp() end;
  return new;
end $$;
create trigger emergency_code_moves before insert or update on emergency_code
  for each row execute function emergency_code_moves();

-- That a code was used, for whose approval, and why. A code is used once, and never without its approval.
create table emergency_use (
  code_id uuid primary key references emergency_code (id),
  proposal_id uuid not null,
  submission integer not null,
  person text not null,
  role text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  used_at timestamptz not null default clock_timestamp(),
  unique (proposal_id, submission, person),
  foreign key (proposal_id, submission, person) references approval (proposal_id, submission, approver)
    deferrable initially deferred
);
create trigger only_added_to before update or delete on emergency_use
  for each row execute function keep_as_it_is();

-- Only by who has the code; the fingerprint alone opens nothing.
create function use_emergency_code(
  code text, of_proposal uuid, of_submission integer, who text, why text, at timestamptz) returns void
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  c emergency_code;
begin
  select * into c from emergency_code
  where code_sha256 = encode(sha256(convert_to(code, 'UTF8')), 'hex') for update;
  if not found or c.confirmed_at is null or c.withdrawn_at is not null or c.valid_to <= clock_timestamp()
      or who = c.made_by
      or not exists (select from proposal where id = of_proposal and covers(c.jurisdiction, jurisdiction)) then
    raise exception 'no such code opens this' using errcode = 'check_violation';
  end if;
  insert into emergency_use (code_id, proposal_id, submission, person, role, reason, at)
  values (c.id, of_proposal, of_submission, who, c.role, why, at);
end $$;
revoke execute on function use_emergency_code(text, uuid, integer, text, text, timestamptz) from public;

create or replace function approver_stands(given approval, place text) returns boolean
language sql volatile set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select stands_on_roster(given.approver,
      case when given.stand_in then array['office', 'headquarters'] else array[given.approver_role] end, place)
    or exists (
      select from emergency_use
      where proposal_id = given.proposal_id and submission = given.submission and person = given.approver
        and role = given.approver_role)
$$;
