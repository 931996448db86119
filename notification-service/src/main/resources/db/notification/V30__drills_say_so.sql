-- Whatever a message says, in a drill it begins by saying that it is one: a text that was made for a live message is never
-- even kept. Rows from before are not read through; they were all live.
alter table delivery add constraint drill_says_so check (mode = 'LIVE'
  or (starts_with(coalesce(content #>> '{text,zh}', ''), '【演练】')
    and starts_with(coalesce(content #>> '{text,en}', ''), '[DRILL]'))) not valid;
-- And a message keeps the mode that it was written in.
create function delivery_keeps_mode() returns trigger language plpgsql as $$
begin
  if new.mode is distinct from old.mode then
    raise exception 'a message keeps its mode' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger delivery_keeps_mode before update of mode on delivery
  for each row execute function delivery_keeps_mode();
