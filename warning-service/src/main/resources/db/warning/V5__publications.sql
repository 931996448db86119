-- What the public is told of a revision: written once, in the transaction that publishes it, and the same ever after,
-- whoever asks and however often it is told again. Texts and documents are kept as they went out, byte by byte, so
-- that a fingerprint can be checked; therefore text, and not jsonb or xml.
create table publication (
  warning_id uuid not null,
  revision bigint not null,
  mode text not null,
  jurisdiction text not null,
  kind text not null,
  from_level text not null,
  to_level text not null,
  published_at timestamptz not null,
  -- The message as later ones name it: sender,identifier,sent; and by GB/T 35965.1.
  sender text not null,
  organisation text not null check (organisation ~ '^[0-9]{14}$'),
  sender_name_zh text not null,
  sender_name_en text not null,
  identifier text not null unique check (identifier !~ '[[:space:],<&]'),
  national_identifier text not null unique check (national_identifier ~ '^[0-9]{14}_[0-9]{14}_[0-9]$'),
  sent timestamptz not null check (sent = date_trunc('second', sent)),
  texts text not null,
  cap text not null,
  cap_cn text not null,
  -- What will be said should it prove a false alarm; nothing where nothing is in force that could be taken back.
  correction_texts text,
  correction_cap text,
  correction_cap_cn text,
  correction_sha256 text check (correction_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (warning_id, revision),
  unique (warning_id, revision, mode),
  unique (warning_id, revision, correction_sha256),
  foreign key (warning_id, revision, to_level) references warning_change (warning_id, revision, to_level),
  foreign key (warning_id, mode, jurisdiction) references warning (id, mode, jurisdiction),
  constraint correction_where_in_force check (
    (to_level = 'NONE') = (correction_sha256 is null)
    and (correction_sha256 is null) = (correction_texts is null)
    and (correction_sha256 is null) = (correction_cap is null)
    and (correction_sha256 is null) = (correction_cap_cn is null))
);
create index publication_by_time on publication (published_at desc);
create trigger only_added_to before update or delete on publication
  for each row execute function keep_as_it_is();

-- Where a publication went, each time that it went there. A drill goes nowhere in public.
create table dissemination (
  warning_id uuid not null,
  revision bigint not null,
  number integer not null check (number > 0),
  channel text not null check (channel ~ '^[a-z][a-z0-9-]{0,31}$'),
  mode text not null,
  outcome text not null check (outcome in ('PUBLISHED', 'WITHHELD', 'FAILED')),
  detail text,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  -- Who had it told again, and why; nobody at the publication itself.
  person text check ((person is null) = (number = 1)),
  reason text,
  primary key (warning_id, revision, number, channel),
  foreign key (warning_id, revision, mode) references publication (warning_id, revision, mode),
  constraint no_drill_in_public check (mode = 'LIVE' or outcome <> 'PUBLISHED')
);
create trigger only_added_to before update or delete on dissemination
  for each row execute function keep_as_it_is();
