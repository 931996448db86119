-- A report over a hundred thousand duties counts them here and names only those that matter; it cannot go through the
-- steps of each. So a duty says what its steps come to (V5 began with that), and a step says of which warning it is, so
-- that the events of one kind can be counted and handed out page by page from the index alone. An instance of the
-- version before leaves the new columns as they are by default; a rebuild puts right what it has kept meanwhile.
alter table duty
  add column taken_on boolean not null default false, -- accepted or completed, in this or by an earlier answer
  add column overdue boolean not null default false, -- ever
  add column completed_late boolean not null default false, -- by the completion of completed_version
  -- the level at which it was assigned first, and the assignment that says so
  add column first_level text check (first_level in ('NONE', 'YELLOW', 'ORANGE', 'RED')),
  add column first_revision bigint,
  add column first_version bigint,
  add constraint duty_first_whole check (num_nulls(first_level, first_revision, first_version) in (0, 3));
alter table duty_step add column warning_id uuid;

update duty_step s set warning_id = d.warning_id from duty d where d.duty_id = s.duty_id;
update duty d set taken_on = s.taken_on, overdue = s.overdue, completed_late = coalesce(s.completed_late, false)
from (
  select duty_id, bool_or(kind in ('ACCEPTED', 'COMPLETED')) as taken_on, bool_or(kind = 'OVERDUE') as overdue,
    (array_agg(late order by version desc, at desc) filter (where kind = 'COMPLETED'))[1] as completed_late
  from duty_step group by duty_id) s
where s.duty_id = d.duty_id;
update duty d set first_level = s.level, first_revision = s.revision, first_version = s.version
from (
  select distinct on (duty_id) duty_id, level, revision, version
  from duty_step where kind = 'ASSIGNED' and revision is not null and level is not null
  order by duty_id, revision, version) s
where s.duty_id = d.duty_id;

create index duty_step_events on duty_step (warning_id, kind, event_id);
-- Units of a warning in their order, for lists that are read part by part.
create index delivery_unit on delivery (warning_id, unit);
drop index delivery_warning;
