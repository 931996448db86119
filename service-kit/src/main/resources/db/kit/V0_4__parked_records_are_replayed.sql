-- A person decides what becomes of a parked record: handed to its reader again, or put away for good, bytes kept.
alter table parked_record
  -- [[name, value in base64 or null], …]: exactly as they came, which text (`headers`) need not be.
  add column record_headers jsonb,
  add column state text not null default 'PARKED' check (state in ('PARKED', 'REPLAYED', 'DISMISSED')),
  add column version integer not null default 1,
  add column attempts integer not null default 1,
  add column decided_by text,
  add column decided_at timestamptz,
  add column decision text,
  add constraint decided_unless_parked
    check ((state = 'PARKED') = (decided_at is null) and (state = 'PARKED') = (decided_by is null)
      and (state = 'DISMISSED') = (decision is not null));

-- Offsets begin anew when a topic is lost and made again: another record may come at the place of an earlier one.
alter table parked_record drop constraint parked_record_topic_partition_record_offset_key;
create unique index parked_record_once on parked_record
  (topic, partition, record_offset, sha256(coalesce(payload, ''::bytea)), coalesce(headers ->> 'ce_id', ''));

create index parked_record_waiting on parked_record (topic, parked_at) where state = 'PARKED';
