-- A warning that was published in error may be taken back by one person: it lowers and never raises, and while two are
-- looked for everybody acts on a false alarm. It is a way of its own, that leads nowhere else: a correction is of one
-- published revision that is in force, says word for word what was prepared when that was published, and ends the
-- warning. Kind and level are no columns to fill in but constants.
create table correction (
  id uuid primary key,
  warning_id uuid not null unique,
  -- The revision that is taken back.
  revision bigint not null,
  mode text not null,
  jurisdiction text not null,
  from_level text not null check (from_level <> 'NONE'),
  kind text not null generated always as ('CANCEL') stored,
  to_level text not null generated always as ('NONE') stored,
  content_sha256 text not null,
  corrected_by text not null check (corrected_by <> ''),
  corrector_role text not null check (corrector_role = 'office'),
  corrected_at timestamptz not null,
  reason text,
  unique (id, warning_id, revision, mode, jurisdiction, kind, from_level, to_level, content_sha256, corrected_by),
  foreign key (warning_id, mode, jurisdiction) references warning (id, mode, jurisdiction),
  foreign key (warning_id, revision, from_level) references warning_change (warning_id, revision, to_level),
  foreign key (warning_id, revision, content_sha256) references publication (warning_id, revision, correction_sha256)
);
create trigger only_added_to before update or delete on correction
  for each row execute function keep_as_it_is();

-- A change has one authority: a proposal with its submission and approvals, or a correction.
alter table warning_change
  add column correction_id uuid unique,
  alter column proposal_id drop not null,
  alter column submission drop not null,
  alter column approver_a drop not null,
  drop constraint approvers_differ,
  add constraint approvers_differ check (correction_id is not null or (
    approver_a <> submitted_by
    and approver_b is distinct from submitted_by and approver_b is distinct from approver_a)),
  add constraint one_authority check (
    case when correction_id is null
      then proposal_id is not null and submission is not null and approver_a is not null
      else proposal_id is null and submission is null and approver_a is null and approver_b is null
        and kind = 'CANCEL' and to_level = 'NONE' and previous_revision is not null
    end),
  add constraint corrected_as_written foreign key
    (correction_id, warning_id, previous_revision, mode, jurisdiction, kind, from_level, to_level, content_sha256,
     submitted_by)
    references correction
    (id, warning_id, revision, mode, jurisdiction, kind, from_level, to_level, content_sha256, corrected_by);
-- And a correction is published, or there is none.
alter table correction add foreign key (id) references warning_change (correction_id) deferrable initially deferred;

-- A proposal that waits for its approval has nothing left to change where its warning was taken back.
create or replace function proposal_moves() returns trigger language plpgsql as $$
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
      and exists (select 1 from correction c where c.warning_id = new.warning_id)) then
    raise exception 'a proposal does not go from % to %', old.state, new.state
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
