-- A change of level may be carried out elsewhere (cascade of the event): in another response of the place, which has events
-- of its own, or by places below, which have theirs. What was kept before says neither; a rebuild puts that right.
alter table level_step
  add column responded_in uuid,
  add column binds text[] not null default '{}';

-- The place of such a warning may have units of its own, or none, and duties may be known later than the lift: a report is
-- owed from when it is known that a unit was asked.
alter table report add column when_asked boolean not null default false;
