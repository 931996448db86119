-- Approvals are of one submission and end with it. Whoever returns a proposal has it put forward anew before anybody can
-- approve it: it does not go back among the submitted without another submission, nor to an earlier one, whose
-- approvals would count again. And a proposal that was put forward in a drill goes with the drill, as any other
-- that stands in it does.
create or replace function proposal_moves() returns trigger
language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if (new.id, new.mode, new.jurisdiction, new.warning_id, new.kind, new.from_level, new.to_level,
      new.cause, new.response, new.valid_from, new.valid_to, new.policy, new.forecast_id,
      new.reason_zh, new.reason_en, new.content_sha256, new.proposed_at)
    is distinct from
     (old.id, old.mode, old.jurisdiction, old.warning_id, old.kind, old.from_level, old.to_level,
      old.cause, old.response, old.valid_from, old.valid_to, old.policy, old.forecast_id,
      old.reason_zh, old.reason_en, old.content_sha256, old.proposed_at) then
    raise exception 'the content of a proposal never changes' using errcode = 'restrict_violation';
  end if;
  if new.version <> old.version + 1 then
    raise exception 'version % does not follow %', new.version, old.version
      using errcode = 'check_violation';
  end if;
  if (old.state, new.state) not in (
      ('OPEN', 'SUBMITTED'), ('OPEN', 'SUPERSEDED'),
      ('RETURNED', 'SUBMITTED'), ('RETURNED', 'SUPERSEDED'),
      ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'APPROVED'),
      ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'REJECTED'))
    and not ((old.state, new.state) = ('SUBMITTED', 'SUPERSEDED')
      and (new.mode = 'DRILL' or exists (select 1 from correction c where c.warning_id = new.warning_id))) then
    raise exception 'a proposal does not go from % to %', old.state, new.state
      using errcode = 'check_violation';
  end if;
  if new.submissions - old.submissions
      <> (case when new.state = 'SUBMITTED' and old.state <> 'SUBMITTED' then 1 else 0 end) then
    raise exception 'a proposal is put forward once more, or its submission stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
