-- Daily duties of a new day are added some units at a time. For which date it was begun, and the last unit, by code,
-- that has them; null where it was not begun, or is whole (then daily_through says so).
alter table response
  add column daily_begun date,
  add column daily_after text,
  add constraint response_daily_place_whole check ((daily_begun is null) = (daily_after is null));

-- The next units that have daily duties.
create index duty_daily on duty (warning_id, unit) where ended_at is null and on_date is not null;
