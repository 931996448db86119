-- Each delivery is written twice for a call, and each time every index got an entry and the trigger asked the table of
-- transitions: that was half of what the database did for a message.

-- What is said is read as it was written, far more often than anybody looks into it.
alter table delivery alter column content type json using content::json;

-- One index does for both: a message is unique, and is looked for by its unit.
alter table delivery add constraint delivery_written_once
  unique nulls not distinct (warning_id, unit, revision, contact_id, channel, purpose);
do $$ declare older text; begin
  select conname into strict older from pg_constraint
  where conrelid = 'delivery'::regclass and contype = 'u' and conname <> 'delivery_written_once';
  execute format('alter table delivery drop constraint %I', older);
end $$;
drop index delivery_of_unit;

-- The transitions stand in their table as before, but are compared without asking it: the condition of the trigger is
-- written from the table, here and by every later migration that changes it. The function is called to refuse, only.
create function guard_delivery_state() returns void language plpgsql as $$
declare allowed text;
begin
  select string_agg(quote_literal(from_state || ' ' || to_state), ', ' order by from_state, to_state) into strict allowed
  from delivery_transition;
  execute format('create or replace trigger delivery_state_moves before update of state on delivery for each row
    when (old.state is distinct from new.state and old.state || '' '' || new.state <> all (array[%s]))
    execute function delivery_state_moves()', allowed);
end $$;
select guard_delivery_state();

-- A call is noted when it begins and again when it ends: with room beside it the second needs no new entry of the index.
alter table delivery_attempt set (fillfactor = 50);
