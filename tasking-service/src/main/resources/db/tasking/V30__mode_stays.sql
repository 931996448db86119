-- A response is live or of a drill from its first revision on; its duties are written from it.
create function response_keeps_mode() returns trigger language plpgsql as $$
begin
  if new.mode is distinct from old.mode then
    raise exception 'a response keeps its mode' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger response_keeps_mode before update of mode on response
  for each row execute function response_keeps_mode();
