-- An hour that was handed in again with other values: who, when, what stood before and what stands since. Written by the
-- database itself, so that no way of changing an hour leaves it out.
create table observation_correction (
  jurisdiction text not null,
  mode text not null,
  at timestamptz not null,
  version bigint not null,
  before jsonb not null,
  after jsonb not null,
  source_before text not null,
  recorded_by_before text not null,
  recorded_at_before timestamptz not null,
  source text not null,
  corrected_by text not null,
  corrected_at timestamptz not null,
  primary key (jurisdiction, mode, at, version),
  foreign key (jurisdiction, mode, at) references observation (jurisdiction, mode, at)
);
create index observation_correction_by_time on observation_correction (jurisdiction, mode, corrected_at desc);

create function measured(o observation) returns jsonb language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'pm2_5', o.pm2_5, 'pm10', o.pm10, 'so2', o.so2, 'no2', o.no2, 'co', o.co, 'o3', o.o3))
$$;

create function keep_correction() returns trigger language plpgsql as $$
begin
  if measured(new) <> measured(old) then
    insert into observation_correction
    values (new.jurisdiction, new.mode, new.at, new.version, measured(old), measured(new),
      old.source, old.recorded_by, old.recorded_at, new.source, new.recorded_by, new.recorded_at);
  end if;
  return null;
end $$;
create trigger keep_correction after update on observation
  for each row execute function keep_correction();
create trigger only_added_to before update or delete on observation_correction
  for each row execute function keep_as_it_is();
