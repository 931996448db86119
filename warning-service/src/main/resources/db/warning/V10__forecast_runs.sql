-- The hours of a run as one array for each pollutant, from first_at on, instead of a JSON object for each hour: fewer
-- bytes, and nothing to parse on the way in. Runs that are there keep their points as JSON and are read as before; days
-- stay JSON.
alter table forecast
  alter column points drop not null,
  add column first_at timestamptz check (extract(epoch from first_at) % 3600 = 0),
  add column last_at timestamptz check (last_at >= first_at),
  add column pm2_5 numeric[],
  add column pm10 numeric[],
  add column so2 numeric[],
  add column no2 numeric[],
  add column co numeric[],
  add column o3 numeric[],
  add constraint has_points check (
    points is not null
    or (resolution = 'HOURLY' and first_at is not null and last_at is not null
      and coalesce(cardinality(pm2_5) = extract(epoch from last_at - first_at) / 3600 + 1, false)
      and coalesce(cardinality(pm10) = cardinality(pm2_5), false)
      and coalesce(cardinality(so2) = cardinality(pm2_5), false)
      and coalesce(cardinality(no2) = cardinality(pm2_5), false)
      and coalesce(cardinality(co) = cardinality(pm2_5), false)
      and coalesce(cardinality(o3) = cardinality(pm2_5), false)));
-- Numbers of a few digits gain little by being packed, and every post would pay for it.
alter table forecast
  alter column pm2_5 set storage external, alter column pm10 set storage external,
  alter column so2 set storage external, alter column no2 set storage external,
  alter column co set storage external, alter column o3 set storage external;
create trigger only_added_to before update or delete on forecast
  for each row execute function keep_as_it_is();

-- The level by a run and the hours measured before it, as it was judged when the run arrived; whether it was the run that
-- counted or not. Runs that arrived before this table have none.
create table forecast_level (
  forecast_id uuid primary key references forecast (id),
  level text not null check (level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  policy text not null,
  judged_at timestamptz not null
);
create trigger only_added_to before update or delete on forecast_level
  for each row execute function keep_as_it_is();
