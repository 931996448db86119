-- What the experts and the monitoring group, with the meteorological bureau in it, say of a proposal (会商). Bound to what
-- was proposed; who thinks otherwise later gives another opinion, and the first one stays.
create table opinion (
  proposal_id uuid not null references proposal (id),
  number integer not null check (number > 0),
  content_sha256 text not null,
  person text not null check (person <> ''),
  body text not null check (body in ('experts', 'monitoring')),
  organisation text check (organisation <> ''),
  stance text not null check (stance in ('FOR', 'AGAINST')),
  level text check (level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  said text not null check (said <> ''),
  at timestamptz not null,
  primary key (proposal_id, number)
);
create trigger only_added_to before update or delete on opinion
  for each row execute function keep_as_it_is();

-- An opinion is on what stands, word for word; on what is decided nobody is consulted any more.
create function opinion_on_what_stands() returns trigger language plpgsql as $$
begin
  if not exists (
      select from proposal where id = new.proposal_id and content_sha256 = new.content_sha256
        and state in ('OPEN', 'SUBMITTED', 'RETURNED')) then
    raise exception 'no such proposal stands' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger opinion_on_what_stands before insert on opinion
  for each row execute function opinion_on_what_stands();

-- Why a raise was put forward less than the policy's hours before its run begins; null: in time, or from before this was
-- asked. And until when it should be decided; null: submitted by a version that knew no deadline, the usual two hours
-- count.
alter table submission
  add column lead_reason text check (lead_reason in ('ALREADY_POLLUTED', 'FORECAST_CHANGED', 'LATE')),
  add column approval_due timestamptz check (approval_due > submitted_at);

-- Who stands in does so after that, never before. The role is the one that the approval was given in: of a person whom
-- the policy names, that of the approvers for whom the person stands in.
alter table approval add column stand_in boolean not null default false;
create function stand_in_after_deadline() returns trigger language plpgsql as $$
begin
  if new.stand_in and not exists (
      select from submission where proposal_id = new.proposal_id and number = new.submission
        and coalesce(approval_due, submitted_at + interval '2 hours') <= new.approved_at) then
    raise exception 'nobody stands in before the approval deadline' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stand_in_after_deadline before insert on approval
  for each row execute function stand_in_after_deadline();
