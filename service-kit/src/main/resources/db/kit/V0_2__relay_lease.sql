-- Which relay sends: one row, taken for a while and renewed while it works. Whoever finds it run out takes it
-- under a new token; a relay that was stopped meanwhile finds another token here, and its marks change nothing.
-- (A lock held over the broker's answer would stay with a stopped process for ever.)
create table relay_lease (
  single boolean primary key default true check (single),
  holder uuid not null,
  instance text not null,
  until timestamptz not null
);
