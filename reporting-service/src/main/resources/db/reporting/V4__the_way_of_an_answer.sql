-- How an answer came in: by the interface, by the signed link of the message, or entered by somebody who heard of
-- it. Null where the event that told of it is older than the field.
alter table delivery
  add column acknowledged_way text check (acknowledged_way in ('SIGNED_IN', 'LINK', 'ENTERED')),
  add constraint delivery_way_of_an_answer check (acknowledged_way is null or acknowledged_event is not null);
