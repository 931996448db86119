-- Until now every active contact of a unit was told at once. Now the liaisons are, and the others only when no
-- liaison answers: whoever is entered already is a liaison, and so is who is entered by a version before this one.
alter table contact add column rank text not null default 'LIAISON'
  check (rank in ('LIAISON', 'DEPUTY', 'DUTY_DESK'));
create index contact_duty_desk on contact (jurisdiction) where rank = 'DUTY_DESK' and active;

-- Whose turn the delivery was, and which one it stands in for: the first of the same message.
alter table delivery add column rank text not null default 'LIAISON'
  check (rank in ('LIAISON', 'DEPUTY', 'DUTY_DESK'));
alter table delivery add column escalation_of uuid references delivery (id);
alter table delivery add constraint liaison_first check (escalation_of is null = (rank = 'LIAISON'));

-- One message to one unit, until somebody has answered it or nobody is left to tell. All times are business time.
create table escalation (
  warning_id uuid not null,
  unit text not null,
  revision bigint not null,
  purpose text not null check (purpose in ('LEVEL_CHANGE', 'STAND_DOWN')),
  mode text not null check (mode in ('LIVE', 'DRILL')),
  jurisdiction text not null,
  -- By which policy it was begun, with its version.
  policy text not null,
  created_at timestamptz not null,
  told text not null check (told in ('LIAISON', 'DEPUTY', 'DUTY_DESK')),
  -- Whose turn is next; null: nobody's.
  next text check (next in ('DEPUTY', 'DUTY_DESK')),
  -- When; null: not by time alone.
  due_at timestamptz,
  state text not null check (state in ('WAITING', 'ANSWERED', 'SUPERSEDED', 'NOBODY_LEFT')),
  ended_at timestamptz,
  primary key (warning_id, unit, revision, purpose),
  check ((state = 'WAITING') = (ended_at is null))
);
create index escalation_due on escalation (due_at) where state = 'WAITING';
create index escalation_unanswered on escalation (state) where state in ('WAITING', 'NOBODY_LEFT');
