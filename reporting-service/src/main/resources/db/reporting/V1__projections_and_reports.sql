-- What the events told, kept for reports. Every row names the event it came from, so that a figure can
-- say which events it rests on. The topics come in any order: a duty may be known before its warning,
-- an acknowledgement before the sending. Nothing here is ever asked of another service.

-- One row a forecast run; a run is never corrected.
create table forecast_run (
  forecast_id uuid primary key,
  event_id uuid not null,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  jurisdiction text not null,
  source text not null,
  issued_at timestamptz not null,
  received_at timestamptz not null,
  resolution text not null check (resolution in ('HOURLY', 'DAILY')),
  covers_from timestamptz not null,
  covers_to timestamptz not null,
  peak_aqi integer,
  days jsonb not null
);
create index forecast_run_issued on forecast_run (jurisdiction, mode, issued_at);

-- One row an hour: a posting with a greater version corrects an earlier one.
create table measured_hour (
  jurisdiction text not null,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  at timestamptz not null,
  version bigint not null,
  event_id uuid not null,
  readings jsonb not null,
  aqi integer,
  rolling_aqi integer,
  primary_pollutants text[] not null,
  primary key (jurisdiction, mode, at)
);

-- Published revisions of warnings; a revision is never corrected.
create table level_step (
  warning_id uuid not null,
  revision bigint not null check (revision >= 1),
  event_id uuid not null,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  proposal_id uuid not null,
  jurisdiction text not null,
  jurisdiction_name text not null,
  kind text not null check (kind in ('RAISE', 'UPGRADE', 'DOWNGRADE', 'LIFT', 'EXTEND', 'CANCEL')),
  from_level text not null check (from_level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  to_level text not null check (to_level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  reason text not null,
  reason_en text not null,
  published_at timestamptz not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  cause text not null,
  response text not null,
  policy text not null,
  submitted_by text not null,
  approved_by text[] not null,
  primary key (warning_id, revision)
);

-- What was done with the proposals behind the revisions. The version is the proposal's own.
create table proposal_step (
  proposal_id uuid not null,
  version bigint not null,
  kind text not null check (kind in ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED')),
  event_id uuid not null unique,
  warning_id uuid not null,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  change text not null,
  to_level text not null check (to_level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  at timestamptz not null,
  person text,
  submitted_by text,
  submitted_at timestamptz,
  reason text,
  reason_en text,
  forecast_id uuid,
  primary key (proposal_id, version, kind)
);
create index proposal_step_warning on proposal_step (warning_id);

-- Duties as their latest assignment describes them; the description is null while only later steps are known.
create table duty (
  duty_id uuid primary key,
  warning_id uuid not null,
  unit text not null,
  code text not null,
  revision bigint,
  duty_version bigint,
  unit_name text,
  unit_name_en text,
  statement text,
  statement_en text,
  measure text,
  measure_en text,
  kind text,
  phase text,
  accepted boolean,
  replaces uuid,
  on_date date,
  due_at timestamptz,
  clause text,
  inferred boolean,
  constraint duty_described_whole check (num_nulls(revision, duty_version, unit_name, unit_name_en,
    statement, statement_en, kind, phase, accepted, clause, inferred) in (0, 11))
);
create index duty_warning on duty (warning_id, unit, code);

-- What happened to duties, each step once, ordered by the duty's own version.
create table duty_step (
  duty_id uuid not null references duty,
  event_id uuid not null,
  kind text not null check
    (kind in ('ASSIGNED', 'ACCEPTED', 'REPORTED', 'COMPLETED', 'RETURNED', 'OVERDUE', 'WITHDRAWN')),
  version bigint not null,
  at timestamptz not null,
  revision bigint,
  level text check (level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  person text,
  said text,
  late boolean not null default false,
  primary key (duty_id, event_id)
);

-- Messages; each part is filled by its own event, whichever comes first, and by its newest version.
create table delivery (
  delivery_id uuid primary key,
  warning_id uuid not null,
  unit text not null,
  purpose text,
  sent_event uuid,
  sent_version bigint,
  sent_at timestamptz,
  sent_attempts integer,
  sent_repeat boolean,
  acknowledged_event uuid,
  acknowledged_version bigint,
  acknowledged_at timestamptz,
  acknowledged_by text,
  failed_event uuid,
  failed_version bigint,
  failed_at timestamptz,
  failed_reason text,
  failed_attempts integer,
  failed_detail text,
  constraint delivery_sent_whole check
    (num_nulls(sent_event, sent_version, sent_at, sent_attempts, sent_repeat) in (0, 5)),
  constraint delivery_acknowledged_whole check
    (num_nulls(acknowledged_event, acknowledged_version, acknowledged_at, acknowledged_by) in (0, 4)),
  constraint delivery_failed_whole check
    (num_nulls(failed_event, failed_version, failed_at, failed_reason, failed_attempts) in (0, 5))
);
create index delivery_warning on delivery (warning_id);

-- The report that is owed for a lifted warning. Its content is put together when it is read.
create table report (
  report_id uuid primary key,
  warning_id uuid not null unique,
  jurisdiction text not null,
  jurisdiction_name text not null,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  lifted_at timestamptz not null,
  due_on date not null,
  due_provisional boolean not null,
  lift_event uuid not null,
  constraint report_due_after_lift check (due_on > (lifted_at at time zone 'Asia/Shanghai')::date)
);
create index report_jurisdiction on report (jurisdiction, lifted_at);
