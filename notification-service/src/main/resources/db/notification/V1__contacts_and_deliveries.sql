-- Who is told for a unit. The secret signs what is pushed to this target and nothing else.
create table contact (
  id uuid primary key,
  jurisdiction text not null,
  unit text not null,
  name text not null,
  channel text not null check (channel in ('WEBHOOK')),
  target text not null,
  secret text not null check (secret like 'whsec\_%'),
  active boolean not null,
  version bigint not null default 1,
  unique (jurisdiction, unit, channel, target)
);

-- One message to one contact, written before the first call. A unit without a contact has a row too,
-- without contact and channel, so that nobody can say it was never noticed.
create table delivery (
  id uuid primary key,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  warning_id uuid not null,
  revision bigint not null,
  jurisdiction text not null,
  unit text not null,
  contact_id uuid,
  contact_name text,
  channel text check (channel in ('WEBHOOK')),
  purpose text not null check (purpose in ('LEVEL_CHANGE', 'STAND_DOWN')),
  -- What is said, as it was when the event came in.
  content jsonb not null,
  -- Scheme, host and port of the contact's target: what may be slow as a whole.
  origin text,
  state text not null,
  reason text check (reason in ('NO_CONTACT', 'REFUSED', 'TARGET_NOT_ALLOWED', 'GAVE_UP')),
  detail text,
  version bigint not null default 1,
  attempts integer not null default 0,
  -- One call ended unknown: the next one, if any, is marked as a repeat, and is the last that may end so.
  repeat boolean not null default false,
  -- The unit got a newer message while this one was being called: it is not called again.
  overtaken boolean not null default false,
  -- Business time.
  created_at timestamptz not null,
  sent_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  failed_at timestamptz,
  -- Machine time, by this database's clock.
  due_at timestamptz,
  deadline timestamptz,
  give_up_at timestamptz not null,
  -- Whoever holds this may say how the call ended; what a slower process says later finds no row.
  token uuid,
  -- The same message is never written twice, whatever is delivered again or replayed.
  unique nulls not distinct (warning_id, revision, unit, contact_id, channel, purpose),
  constraint addressed_or_failed check ((contact_id is null) = (channel is null)
    and (contact_id is not null or state in ('PERM_FAIL', 'SUPERSEDED'))),
  constraint pending check (state <> 'PENDING' or (due_at is not null and token is null)),
  constraint claimed check (state <> 'CLAIMED' or (token is not null and deadline is not null)),
  constraint calling check (state <> 'CALLING' or (token is not null and deadline is not null and attempts > 0)),
  constraint accepted check (state <> 'ACCEPTED' or (sent_at is not null and token is null)),
  constraint acked check (state <> 'ACKED' or (acknowledged_at is not null and acknowledged_by is not null)),
  constraint temp_fail check (state <> 'TEMP_FAIL' or (due_at is not null and attempts > 0 and token is null)),
  constraint unknown check (state <> 'UNKNOWN' or (due_at is not null and attempts > 0 and repeat and token is null)),
  constraint perm_fail check ((state = 'PERM_FAIL') = (reason is not null) and (reason is null or failed_at is not null)),
  constraint superseded check (state <> 'SUPERSEDED' or token is null)
);
-- What may be sent, by origin: the sender goes round the origins.
create index delivery_waiting on delivery (origin, due_at) where state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN');
-- What is under way: counted by origin, and looked through for what a killed process left.
create index delivery_under_way on delivery (origin, deadline) where state in ('CLAIMED', 'CALLING');
create index delivery_of_unit on delivery (warning_id, unit, revision);
create index delivery_of_contact on delivery (contact_id) where state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN');
create index delivery_listed on delivery (jurisdiction, created_at desc, id);

create index delivery_by_state on delivery (state);

-- The transitions of DeliveryState, once more where nothing gets past them.
create table delivery_transition (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
insert into delivery_transition (from_state, to_state) values
  ('PENDING', 'CLAIMED'), ('PENDING', 'ACKED'), ('PENDING', 'SUPERSEDED'),
  ('CLAIMED', 'PENDING'), ('CLAIMED', 'CALLING'), ('CLAIMED', 'ACKED'), ('CLAIMED', 'PERM_FAIL'), ('CLAIMED', 'SUPERSEDED'),
  ('CALLING', 'ACCEPTED'), ('CALLING', 'ACKED'), ('CALLING', 'TEMP_FAIL'), ('CALLING', 'PERM_FAIL'),
  ('CALLING', 'UNKNOWN'), ('CALLING', 'SUPERSEDED'),
  ('ACCEPTED', 'ACKED'),
  ('TEMP_FAIL', 'CLAIMED'), ('TEMP_FAIL', 'ACKED'), ('TEMP_FAIL', 'SUPERSEDED'),
  ('UNKNOWN', 'CLAIMED'), ('UNKNOWN', 'ACKED'), ('UNKNOWN', 'SUPERSEDED'),
  ('PERM_FAIL', 'ACKED');

create function delivery_state_moves() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from delivery_transition t where t.from_state = old.state and t.to_state = new.state) then
    raise exception 'a delivery does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger delivery_state_moves before update of state on delivery
  for each row when (old.state is distinct from new.state) execute function delivery_state_moves();

-- Every call, written before it is made; without an end where the process died in it.
create table delivery_attempt (
  delivery_id uuid not null references delivery (id),
  number integer not null,
  repeat boolean not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('SENT', 'TRY_AGAIN', 'GIVE_UP', 'UNKNOWN')),
  detail text,
  primary key (delivery_id, number),
  check ((ended_at is null) = (outcome is null))
);
