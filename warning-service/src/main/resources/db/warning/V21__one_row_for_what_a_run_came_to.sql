-- What a run came to stood twice, in forecast_level and in tracked_run: two rows written for each run. tracked_run says it
-- alone from now on. Its level and policy are those of the run by itself, also where it was over when it came: such a run
-- has no in_force, and is listed with its level though it has none in the track.
alter table tracked_run
  -- False: from before there was a track; no more is known than level and policy, and the track does not show it.
  add column in_track boolean not null default true,
  drop constraint tracked_run_check2,
  drop constraint tracked_run_check3,
  add constraint level_by_policy check ((level is null) = (policy is null)),
  add constraint in_force_beside_a_level check (in_force is null or level is not null and in_track),
  add constraint times_of_a_level_in_the_track check (
    case when in_force is null or level = 'NONE' then num_nonnulls(cause, begins_at, ends_at) = 0
      else num_nulls(cause, begins_at, ends_at) = 0 end);

-- Nothing of it changes: what was kept beside it is moved into it, this once.
alter table tracked_run disable trigger only_added_to;
update tracked_run r set level = l.level, policy = l.policy
  from forecast_level l where l.forecast_id = r.forecast_id and r.level is null;
alter table tracked_run enable trigger only_added_to;
insert into tracked_run (forecast_id, judged_at, level, policy, in_track)
  select l.forecast_id, l.judged_at, l.level, l.policy, false
  from forecast_level l
  where not exists (select from tracked_run r where r.forecast_id = l.forecast_id);

-- forecast_level stays for instances of the version before, which write to it first and read it; those of this version do
-- neither. Until it is dropped, what they left there goes into the row that they write next.
create function level_by_the_version_before() returns trigger language plpgsql as $$
begin
  select l.level, l.policy into new.level, new.policy
  from forecast_level l where l.forecast_id = new.forecast_id;
  return new;
end $$;
create trigger level_by_the_version_before before insert on tracked_run
  for each row when (new.level is null) execute function level_by_the_version_before();
