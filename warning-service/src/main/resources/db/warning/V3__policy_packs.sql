-- Rules that somebody brought in. What a pack says never changes. It is a draft until a second person, of the
-- headquarters, puts it into force, and is never taken back from then on: warnings name it, and a newer one takes its
-- place by its date.
create table policy_pack (
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version > 0),
  reference text generated always as (id || '@' || version::text) stored unique,
  content text not null,
  content_sha256 text not null,
  imported_by text not null check (imported_by <> ''),
  importer_role text not null check (importer_role in ('office', 'headquarters')),
  imported_at timestamptz not null,
  activated_by text check (activated_by <> ''),
  activator_role text,
  activated_at timestamptz,
  primary key (id, version),
  constraint content_as_it_came check (
    content_sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  constraint content_of_this_version check (
    content::jsonb ->> 'id' = id and content::jsonb ->> 'version' = version::text),
  constraint activated_as_a_whole check (
    num_nulls(activated_by, activator_role, activated_at) in (0, 3)),
  constraint activated_by_another check (activated_by <> imported_by),
  constraint headquarters_activate check (activator_role = 'headquarters'),
  constraint activated_after_import check (activated_at >= imported_at)
);
create index policy_pack_active on policy_pack (activated_at) where activated_at is not null;

create function policy_pack_moves() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.activated_at is not null then
      raise exception 'a pack begins as a draft' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if (new.id, new.version, new.content, new.content_sha256, new.imported_by, new.importer_role,
      new.imported_at)
    is distinct from
     (old.id, old.version, old.content, old.content_sha256, old.imported_by, old.importer_role,
      old.imported_at) then
    raise exception 'the content of a pack never changes' using errcode = 'restrict_violation';
  end if;
  if old.activated_at is not null then
    raise exception 'a pack is put into force once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger policy_pack_moves before insert or update on policy_pack
  for each row execute function policy_pack_moves();
create trigger only_added_to before delete on policy_pack
  for each row execute function keep_as_it_is();

-- Nobody is warned by a draft.
create function judged_by_no_draft() returns trigger language plpgsql as $$
begin
  if exists (
      select from policy_pack where reference = new.policy and activated_at is null) then
    raise exception 'policy % is a draft', new.policy using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger judged_by_no_draft before insert on proposal
  for each row execute function judged_by_no_draft();
