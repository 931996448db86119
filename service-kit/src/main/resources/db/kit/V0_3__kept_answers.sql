-- What was answered to an Idempotency-Key, written in the transaction of the effect: a caller whose answer got
-- lost asks again and finds it. The scope is a hash, for an address may be longer than an index takes.
create table kept_answer (
  scope bytea primary key check (octet_length(scope) = 32),
  caller text not null,
  method text not null,
  path text not null,
  key text not null check (length(key) between 1 and 255),
  content_sha256 bytea not null check (octet_length(content_sha256) = 32),
  status integer not null check (status between 200 and 399),
  content_type text,
  location text,
  etag text,
  body bytea not null,
  kept_at timestamptz not null default clock_timestamp()
);
create index kept_answer_by_age on kept_answer (kept_at);
