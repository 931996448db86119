-- What holds for whoever approves, as data that only the owner of the schema changes (docs/security.md). One row.
create table authority_rule (
  one boolean primary key default true check (one),
  -- Red is approved by people who proved who they are so shortly before it, by the machine's clock.
  red_sign_in_within interval not null check (red_sign_in_within between interval '1 minute' and interval '1 hour')
);
insert into authority_rule (red_sign_in_within) values (interval '5 minutes');

-- A minute for clocks that differ, as tokens have it.
create function signed_in_recently(at timestamptz) returns boolean
language sql volatile set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select at is not null
    and at between clock_timestamp() - red_sign_in_within and clock_timestamp() + interval '1 minute'
  from authority_rule
$$;

-- By which token an approval was given, when its holder signed in, and when it was written down, all by the machine's
-- clock: approved_at is business time. Null: given before this was asked.
alter table approval
  add column token_id text check (token_id <> ''),
  add column signed_in_at timestamptz,
  add column recorded_at timestamptz;

-- One token approves a submission once, whatever names it is sent under. One person may decide on two proposals by one
-- token.
create unique index approval_by_one_token on approval (proposal_id, submission, token_id) where token_id is not null;

create function approval_of_red_is_fresh() returns trigger
language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  new.recorded_at := clock_timestamp();
  if new.kind in ('RAISE', 'UPGRADE') and new.to_level = 'RED'
      and (new.token_id is null or not signed_in_recently(new.signed_in_at)) then
    raise exception 'red is approved by who has just signed in' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approval_of_red_is_fresh before insert on approval
  for each row execute function approval_of_red_is_fresh();
