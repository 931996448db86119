-- What each forecast run was judged to when it came: the run alone, with what had been measured by then. Written once, with
-- the run; hours that are corrected later rewrite nothing, for this is what people acted on. Runs from before this table
-- have no row.
create table tracked_run (
  forecast_id uuid primary key references forecast (id),
  judged_at timestamptz not null,
  -- Null: it was over when it came, or much newer ones were there.
  level text check (level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  begins_at timestamptz,
  ends_at timestamptz check (ends_at >= begins_at),
  cause text
    check (cause in ('PARTICULATE', 'OZONE', 'DUST', 'WILDFIRE', 'CROSS_BORDER', 'OTHER')),
  policy text,
  in_force text check (in_force in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  -- A change that it asked for and that waited for other runs.
  damped_kind text,
  damped_to text,
  damped_runs integer check (damped_runs >= 0),
  damped_agreeing integer check (damped_agreeing between 0 and damped_runs),
  damped_needed integer check (damped_needed > 1),
  damped_within_hours integer check (damped_within_hours > 0),
  damped_at_once_hours integer check (damped_at_once_hours >= 0),
  check ((level is null) = (policy is null) and (level is null) = (in_force is null)),
  check (coalesce(level, 'NONE') = 'NONE' and cause is null and begins_at is null
    and ends_at is null
    or level <> 'NONE' and cause is not null and begins_at is not null and ends_at is not null),
  check (num_nulls(damped_kind, damped_to, damped_runs, damped_agreeing, damped_needed,
    damped_within_hours, damped_at_once_hours) in (0, 7)),
  check (damped_kind is null or coalesce(change_fits(damped_kind, in_force, damped_to), false))
);
create trigger only_added_to before update or delete on tracked_run
  for each row execute function keep_as_it_is();
-- Where something waits is looked at each hour.
create index tracked_run_damped on tracked_run (judged_at) where damped_kind is not null;
