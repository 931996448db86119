-- The events themselves, byte for byte, in the transaction in which they took effect: what the projections are built
-- anew from. The place is the order in which they came in; the numbers have gaps. Of what came in before this table
-- only the ids are known here (inbox): a rebuild is refused until the topics have been read once more.
create table kept_event (
  place bigint generated always as identity primary key,
  event_id uuid not null unique,
  type text not null,
  told_at timestamptz not null,
  payload bytea not null
);

-- Rebuilds of the projections, one at a time. Times are the machine's.
create table rebuild (
  rebuild_id bigint generated always as identity primary key,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
  asked_by text not null,
  asked_at timestamptz not null default clock_timestamp(),
  -- how often it was begun: a process that ends takes its work with it
  tries integer not null default 0,
  events bigint not null default 0,
  events_read bigint not null default 0,
  ended_at timestamptz,
  failure text,
  -- [{table, removed, added}, …]: rows that were not what the events come to
  changes jsonb,
  constraint rebuild_ends_once check ((state = 'RUNNING') = (ended_at is null)),
  constraint rebuild_says_why check ((state = 'FAILED') = (failure is not null)),
  constraint rebuild_says_what check ((state = 'DONE') = (changes is not null))
);
create unique index rebuild_one_at_a_time on rebuild ((true)) where state = 'RUNNING';

-- When a unit's event came in is what the inbox says of that event, so that it is the same after a rebuild.
update asked_unit u set kept_at = i.received_at from inbox i where i.event_id = u.event_id;

-- A duty that is put right keeps its steps: between the two of them the reference points nowhere.
alter table duty_step alter constraint duty_step_duty_id_fkey deferrable initially immediate;

-- What the steps of a duty come to, kept with it by whoever keeps a step: the wall looks at every duty of an incident
-- every few seconds, and would have to go through all their steps. Room is left in the pages, so that a row that
-- is written again stays in its page.
alter table duty
  add column assigned_at timestamptz, -- the first time
  add column worked boolean not null default false, -- accepted, reported on or completed
  add column completed_version bigint not null default 0,
  add column returned_version bigint not null default 0,
  add column withdrawn boolean not null default false;
alter table duty set (fillfactor = 80);
update duty d set assigned_at = s.assigned_at, worked = s.worked, completed_version = s.completed_version,
  returned_version = s.returned_version, withdrawn = s.withdrawn
from (
  select duty_id, min(at) filter (where kind = 'ASSIGNED') as assigned_at,
    bool_or(kind in ('ACCEPTED', 'REPORTED', 'COMPLETED')) as worked,
    coalesce(max(version) filter (where kind = 'COMPLETED'), 0) as completed_version,
    coalesce(max(version) filter (where kind = 'RETURNED'), 0) as returned_version,
    bool_or(kind = 'WITHDRAWN') as withdrawn
  from duty_step group by duty_id) s
where s.duty_id = d.duty_id;
