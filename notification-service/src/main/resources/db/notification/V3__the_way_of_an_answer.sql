-- An answer by signed link is no less an answer, but who reads the record wants to know how it came in.
-- Null where the answer is older than this column.
alter table delivery add column acknowledged_way text
  check (acknowledged_way in ('SIGNED_IN', 'LINK', 'ENTERED'));
