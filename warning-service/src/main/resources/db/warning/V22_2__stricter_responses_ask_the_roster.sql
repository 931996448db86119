-- A place decides to respond more strictly by people of its own, and whether they hold their offices is asked here as it is
-- for a warning: of whoever approves, with each approval of those before too, and of whoever ends it. A decision begins
-- with nobody's approval, and an approval stays. What stands is not looked at again.
create function stricter_asks_the_roster() returns trigger
language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  given record;
begin
  if tg_op = 'INSERT' then
    if new.approver_a is not null or new.approver_b is not null then
      raise exception 'a decision begins with nobody''s approval' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.approver_a is not null and (new.approver_a, new.role_a) is distinct from (old.approver_a, old.role_a)
      or old.approver_b is not null and (new.approver_b, new.role_b) is distinct from (old.approver_b, old.role_b) then
    raise exception 'an approval stays' using errcode = 'restrict_violation';
  end if;
  if new.state <> 'ENDED' then
    for given in
      select * from (values (new.approver_a, new.role_a), (new.approver_b, new.role_b)) as named (person, role)
      where person is not null
    loop
      if not stands_on_roster(given.person, array[given.role], new.jurisdiction) then
        raise exception 'approver % does not stand on the roster', given.person using errcode = 'check_violation';
      end if;
    end loop;
  elsif not stands_on_roster(new.ended_by, array['office', 'headquarters'], new.jurisdiction) then
    raise exception '% does not stand on the roster', new.ended_by using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stricter_asks_the_roster before insert or update on stricter_response
  for each row execute function stricter_asks_the_roster();
