-- One row for each jurisdiction. Whoever changes anything there updates it first, so that two posts or
-- two approvals at once come one after the other, and one change of the air gives one proposal.
create table jurisdiction_turn (
  jurisdiction text not null,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  turn bigint not null check (turn > 0),
  primary key (jurisdiction, mode)
) with (fillfactor = 50);

-- Measured hours as they stand now; an hour that was corrected is told again as an event.
create table observation (
  jurisdiction text not null,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  at timestamptz not null check (extract(epoch from at) % 3600 = 0),
  pm2_5 numeric check (pm2_5 between 0 and 100000),
  pm10 numeric check (pm10 between 0 and 100000),
  so2 numeric check (so2 between 0 and 100000),
  no2 numeric check (no2 between 0 and 100000),
  co numeric check (co between 0 and 100000),
  o3 numeric check (o3 between 0 and 100000),
  version bigint not null check (version > 0),
  source text not null check (source <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (jurisdiction, mode, at)
);

-- A run is known by who issued it, for where and when; the same run is never stored twice.
create table forecast (
  id uuid primary key,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  jurisdiction text not null,
  source text not null check (source <> ''),
  issued_at timestamptz not null,
  resolution text not null check (resolution in ('HOURLY', 'DAILY')),
  cause_mark text
    check (cause_mark in ('PARTICULATE', 'OZONE', 'DUST', 'WILDFIRE', 'CROSS_BORDER', 'OTHER')),
  policy text,
  points jsonb not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null check (received_at >= issued_at),
  received_by text not null,
  unique (jurisdiction, mode, source, issued_at)
);
create index forecast_latest on forecast (jurisdiction, mode, issued_at desc, received_at desc);

-- Whether a kind of change fits the levels between which it moves.
create function change_fits(kind text, from_level text, to_level text) returns boolean
language sql immutable as $$
  select case kind
    when 'RAISE' then from_level = 'NONE' and to_level <> 'NONE'
    when 'UPGRADE' then from_level <> 'NONE' and rank_to > rank_from
    when 'DOWNGRADE' then to_level <> 'NONE' and rank_to < rank_from
    when 'EXTEND' then from_level <> 'NONE' and to_level = from_level
    when 'LIFT' then from_level <> 'NONE' and to_level = 'NONE'
    when 'CANCEL' then from_level <> 'NONE' and to_level = 'NONE'
    else false end
  from (select array_position(array['NONE', 'YELLOW', 'ORANGE', 'RED'], from_level) rank_from,
               array_position(array['NONE', 'YELLOW', 'ORANGE', 'RED'], to_level) rank_to) ranks
  where rank_from is not null and rank_to is not null
$$;

-- What the judgement asks for. Its content never changes; only its state does.
create table proposal (
  id uuid primary key,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  jurisdiction text not null,
  warning_id uuid not null,
  kind text not null,
  from_level text not null,
  to_level text not null,
  cause text not null
    check (cause in ('PARTICULATE', 'OZONE', 'DUST', 'WILDFIRE', 'CROSS_BORDER', 'OTHER')),
  response text not null
    check (response in ('COLOURED', 'HEALTH_NOTICE_AND_SUPERVISION', 'HEALTH_NOTICE')),
  valid_from timestamptz,
  valid_to timestamptz,
  policy text not null,
  forecast_id uuid references forecast (id),
  reason_zh text not null,
  reason_en text not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  proposed_at timestamptz not null,
  state text not null
    check (state in ('OPEN', 'SUBMITTED', 'APPROVED', 'RETURNED', 'REJECTED', 'SUPERSEDED')),
  version bigint not null check (version > 0),
  submissions integer not null default 0 check (submissions >= 0),
  -- The run that stood when the proposal was rejected: until a newer one it is not proposed again.
  rejected_over uuid references forecast (id) check (rejected_over is null or state = 'REJECTED'),
  approved_id uuid generated always as (case when state = 'APPROVED' then id end) stored,
  check (coalesce(change_fits(kind, from_level, to_level), false)),
  check (state in ('OPEN', 'SUPERSEDED') or submissions > 0),
  unique (id, kind, to_level, content_sha256),
  unique (id, mode, jurisdiction, warning_id, kind, from_level, to_level, content_sha256)
);
create unique index proposal_standing on proposal (jurisdiction, mode)
  where state in ('OPEN', 'SUBMITTED', 'RETURNED');
create index proposal_by_time on proposal (jurisdiction, proposed_at desc);
create index proposal_of_warning on proposal (warning_id);
create index proposal_rejected on proposal (jurisdiction, mode, kind, to_level)
  where state = 'REJECTED';

-- Somebody put a proposal forward; after a return it may be put forward again, by another person.
create table submission (
  proposal_id uuid not null,
  number integer not null check (number > 0),
  kind text not null,
  to_level text not null,
  content_sha256 text not null,
  submitted_by text not null check (submitted_by <> ''),
  submitter_role text not null check (submitter_role in ('monitoring', 'office', 'headquarters')),
  submitted_at timestamptz not null,
  primary key (proposal_id, number),
  unique (proposal_id, number, kind, to_level, content_sha256, submitted_by),
  foreign key (proposal_id, kind, to_level, content_sha256)
    references proposal (id, kind, to_level, content_sha256)
);

-- Nobody approves what they submitted; orange and red are the headquarters' to decide.
create table approval (
  proposal_id uuid not null,
  submission integer not null,
  kind text not null,
  to_level text not null,
  content_sha256 text not null,
  submitted_by text not null,
  approver text not null check (approver <> ''),
  approver_role text not null check (approver_role in ('office', 'headquarters')),
  approved_at timestamptz not null,
  primary key (proposal_id, submission, approver),
  unique (proposal_id, submission, kind, to_level, content_sha256, submitted_by, approver),
  foreign key (proposal_id, submission, kind, to_level, content_sha256, submitted_by)
    references submission (proposal_id, number, kind, to_level, content_sha256, submitted_by),
  constraint nobody_their_own check (approver <> submitted_by),
  constraint headquarters_decide check (
    approver_role = 'headquarters'
    or kind not in ('RAISE', 'UPGRADE') or to_level not in ('ORANGE', 'RED'))
);

-- The warning as it stands. Its level is that of its last published change, and of nothing else.
create table warning (
  id uuid primary key,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  jurisdiction text not null,
  revision bigint not null check (revision > 0),
  level text not null,
  unique (id, mode, jurisdiction)
);
create unique index warning_in_force on warning (jurisdiction, mode) where level <> 'NONE';

-- Every publication. Each follows the one before it, was proposed, submitted and approved, red by two.
create table warning_change (
  warning_id uuid not null,
  revision bigint not null check (revision > 0),
  event_id uuid not null unique,
  mode text not null,
  jurisdiction text not null,
  proposal_id uuid not null unique,
  submission integer not null,
  kind text not null,
  from_level text not null,
  to_level text not null,
  content_sha256 text not null,
  submitted_by text not null,
  approver_a text not null,
  approver_b text,
  published_at timestamptz not null,
  valid_from timestamptz not null check (valid_from >= published_at),
  valid_to timestamptz,
  previous_revision bigint generated always as (nullif(revision - 1, 0)) stored,
  primary key (warning_id, revision),
  unique (warning_id, revision, to_level),
  foreign key (warning_id, mode, jurisdiction) references warning (id, mode, jurisdiction),
  foreign key (warning_id, previous_revision, from_level)
    references warning_change (warning_id, revision, to_level),
  foreign key
    (proposal_id, mode, jurisdiction, warning_id, kind, from_level, to_level, content_sha256)
    references proposal
    (id, mode, jurisdiction, warning_id, kind, from_level, to_level, content_sha256),
  foreign key (proposal_id, submission, kind, to_level, content_sha256, submitted_by)
    references submission (proposal_id, number, kind, to_level, content_sha256, submitted_by),
  foreign key (proposal_id, submission, kind, to_level, content_sha256, submitted_by, approver_a)
    references approval
    (proposal_id, submission, kind, to_level, content_sha256, submitted_by, approver),
  foreign key (proposal_id, submission, kind, to_level, content_sha256, submitted_by, approver_b)
    references approval
    (proposal_id, submission, kind, to_level, content_sha256, submitted_by, approver),
  constraint first_is_a_raise check ((revision = 1) = (kind = 'RAISE')),
  constraint approvers_differ check (
    approver_a <> submitted_by
    and approver_b is distinct from submitted_by and approver_b is distinct from approver_a),
  constraint red_by_two check (
    kind not in ('RAISE', 'UPGRADE') or to_level <> 'RED' or approver_b is not null)
);
alter table warning add foreign key (id, revision, level)
  references warning_change (warning_id, revision, to_level) deferrable initially deferred;
alter table proposal add foreign key (approved_id)
  references warning_change (proposal_id) deferrable initially deferred;

-- What happened to a proposal, when and by whom; nobody: by the service itself.
create table proposal_step (
  proposal_id uuid not null references proposal (id),
  version bigint not null,
  step text not null check (
    step in ('PROPOSED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'REJECTED', 'SUPERSEDED')),
  person text check ((person is null) = (step in ('PROPOSED', 'SUPERSEDED'))),
  at timestamptz not null,
  reason text,
  primary key (proposal_id, version)
);

create function keep_as_it_is() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger only_added_to before update or delete on submission
  for each row execute function keep_as_it_is();
create trigger only_added_to before update or delete on approval
  for each row execute function keep_as_it_is();
create trigger only_added_to before update or delete on warning_change
  for each row execute function keep_as_it_is();
create trigger only_added_to before update or delete on proposal_step
  for each row execute function keep_as_it_is();

-- The same table of moves as Proposal's in the code.
create function proposal_moves() returns trigger language plpgsql as $$
begin
  if (new.id, new.mode, new.jurisdiction, new.warning_id, new.kind, new.from_level, new.to_level,
      new.cause, new.response, new.valid_from, new.valid_to, new.policy, new.forecast_id,
      new.reason_zh, new.reason_en, new.content_sha256, new.proposed_at)
    is distinct from
     (old.id, old.mode, old.jurisdiction, old.warning_id, old.kind, old.from_level, old.to_level,
      old.cause, old.response, old.valid_from, old.valid_to, old.policy, old.forecast_id,
      old.reason_zh, old.reason_en, old.content_sha256, old.proposed_at) then
    raise exception 'the content of a proposal never changes' using errcode = 'restrict_violation';
  end if;
  if new.version <> old.version + 1 then
    raise exception 'version % does not follow %', new.version, old.version
      using errcode = 'check_violation';
  end if;
  if (old.state, new.state) not in (
      ('OPEN', 'SUBMITTED'), ('OPEN', 'SUPERSEDED'),
      ('RETURNED', 'SUBMITTED'), ('RETURNED', 'SUPERSEDED'),
      ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'APPROVED'),
      ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'REJECTED')) then
    raise exception 'a proposal does not go from % to %', old.state, new.state
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger proposal_moves before update on proposal
  for each row execute function proposal_moves();
create trigger only_added_to before delete on proposal
  for each row execute function keep_as_it_is();
