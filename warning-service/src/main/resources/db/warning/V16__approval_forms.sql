-- The scanned, sealed approval form (审批表): paper still rules, and what was signed on it is kept with what was decided here.
-- It is bytes that were handed in, never opened by us; what it may be is told by its first bytes, whatever it was said to be.
create function scan_type(content bytea) returns text language sql immutable as $$
  select case
    when substring(content from 1 for 5) = '\x255044462d'::bytea then 'application/pdf'
    when substring(content from 1 for 3) = '\xffd8ff'::bytea then 'image/jpeg'
    when substring(content from 1 for 8) = '\x89504e470d0a1a0a'::bytea then 'image/png'
  end
$$;

create table approval_form (
  proposal_id uuid not null references proposal (id),
  number integer not null check (number between 1 and 20),
  media_type text not null,
  size integer not null,
  sha256 text not null,
  content bytea not null,
  added_by text not null check (added_by <> ''),
  adder_role text not null check (adder_role in ('office', 'headquarters')),
  added_at timestamptz not null,
  primary key (proposal_id, number),
  unique (proposal_id, sha256),
  constraint of_this_size check (size = octet_length(content) and size between 1 and 5 * 1024 * 1024),
  constraint with_this_fingerprint check (sha256 = encode(sha256(content), 'hex')),
  constraint a_scan check (media_type is not distinct from scan_type(content))
);
-- As it came; a scan is compressed already.
alter table approval_form alter column content set storage external;
create trigger only_added_to before update or delete on approval_form
  for each row execute function keep_as_it_is();

-- It belongs to what was put forward and still stands so, or was decided for.
create function form_of_what_was_put_forward() returns trigger
language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if not exists (select from proposal where id = new.proposal_id and state in ('SUBMITTED', 'APPROVED')) then
    raise exception 'no such proposal was put forward' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger form_of_what_was_put_forward before insert on approval_form
  for each row execute function form_of_what_was_put_forward();
