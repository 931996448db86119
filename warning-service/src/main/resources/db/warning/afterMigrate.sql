-- At each start, by the owner of the schema: what the role that the service works under may do (docs/security.md). New
-- tables are open to it, but for what is only added to; a level is published by functions of the owner alone. It may
-- not empty tables (truncate) nor switch triggers off: nobody grants that.
do $$
declare
  app text := '${app-role}';
  kept record;
begin
  -- Two instances may start at once.
  perform pg_advisory_xact_lock(hashtext('lantian/' || current_schema() || '/grants'));
  update authority_rule set roster_first_use = ${roster-first-use}
    where roster_first_use is distinct from ${roster-first-use};
  if exists (
      select from pg_roles r join pg_namespace n on n.nspname = current_schema()
      where r.rolname = app and (r.rolsuper or pg_has_role(r.oid, n.nspowner, 'MEMBER'))) then
    -- One role for everything: the database cannot refuse it anything. The service says so.
    return;
  end if;
  execute format('grant usage on schema %I to %I', current_schema(), app);
  execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), app);
  execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), app);
  execute format('grant execute on all functions in schema %I to %I', current_schema(), app);
  for kept in
    select c.oid::regclass as name, bool_or(t.tgtype & 16 > 0) as of_updates, bool_or(t.tgtype & 8 > 0) as of_deletes
    from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      join pg_proc f on f.oid = t.tgfoid and f.proname = 'keep_as_it_is'
    where c.relnamespace = current_schema()::regnamespace
    group by c.oid
  loop
    if kept.of_updates then
      execute format('revoke update on %s from %I', kept.name, app);
    end if;
    if kept.of_deletes then
      execute format('revoke delete on %s from %I', kept.name, app);
    end if;
  end loop;
  execute format('revoke insert, update, delete on warning, warning_change, correction, authority_rule, roster_step, emergency_use'
    ', flyway_schema_history from %I', app);
  execute format('revoke update on roster_entry from %I', app);
  execute format('revoke update on emergency_code from %I', app);
  execute format('grant update (confirmed_by, withdrawn_by) on emergency_code to %I', app);
  execute format('grant update (confirmed_by, ended_by, ended_why) on roster_entry to %I', app);
end $$;
