-- Events wait here until the broker has answered: written in the transaction of the change they tell of,
-- sent by one relay, oldest first. A row is claimed by its state, never by "id greater than the last":
-- a transaction that commits late would be passed over.
create table outbox (
  seq bigint generated always as identity primary key,
  event_id uuid not null unique,
  topic text not null,
  key text not null,
  type text not null,
  occurred_at timestamptz not null,
  payload bytea not null check (octet_length(payload) <= 262144),
  traceparent text,
  created_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz
);
create index outbox_unsent on outbox (seq) where sent_at is null;

-- Events that took effect here. Written in the transaction of the effect, so that a second delivery
-- finds its row; the same id with another body is not a repeat but an error.
create table inbox (
  event_id uuid primary key,
  type text not null,
  payload_sha256 bytea not null,
  received_at timestamptz not null default clock_timestamp()
);

-- Records that could not be handled, byte for byte, with the reason.
create table parked_record (
  id bigint generated always as identity primary key,
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  record_key bytea,
  headers jsonb not null,
  payload bytea,
  reason text not null,
  detail text not null,
  parked_at timestamptz not null default clock_timestamp(),
  unique (topic, partition, record_offset)
);
