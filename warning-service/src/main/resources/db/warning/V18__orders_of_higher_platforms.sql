-- Orders of higher platforms, with their documents as they came. None is ever changed: one that no longer holds is
-- referred to by a later one, or its time is over, whichever way round they arrived.
create table received_order (
  id uuid primary key,
  sender text not null check (sender <> ''),
  identifier text not null check (identifier <> ''),
  sent timestamptz not null,
  mode text not null check (mode in ('LIVE', 'DRILL')),
  type text not null check (type in ('ALERT', 'UPDATE', 'CANCEL')),
  level text not null check (level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  cause text not null
    check (cause in ('PARTICULATE', 'OZONE', 'DUST', 'WILDFIRE', 'CROSS_BORDER', 'OTHER')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  area text[] not null check (cardinality(area) > 0),
  sender_name_zh text not null,
  sender_name_en text not null,
  headline_zh text not null,
  headline_en text not null,
  document text not null,
  document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
  received_by text not null,
  received_at timestamptz not null,
  unique (sender, identifier),
  check (type <> 'CANCEL' or level = 'NONE'),
  check (valid_to is null or valid_to > valid_from)
);

-- The places whose authorities it asks.
create table order_place (
  order_id uuid not null references received_order (id),
  jurisdiction text not null,
  primary key (order_id, jurisdiction)
);
create index order_place_by_place on order_place (jurisdiction);

-- The orders that it replaces; they need not have come.
create table order_reference (
  order_id uuid not null references received_order (id),
  mode text not null,
  sender text not null,
  identifier text not null,
  sent timestamptz not null,
  primary key (order_id, sender, identifier, sent)
);
create index order_reference_to on order_reference (sender, identifier);

create trigger only_added_to before update or delete on received_order
  for each row execute function keep_as_it_is();
create trigger only_added_to before update or delete on order_place
  for each row execute function keep_as_it_is();
create trigger only_added_to before update or delete on order_reference
  for each row execute function keep_as_it_is();
