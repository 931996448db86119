-- Messages without an answer go to the deputy and the duty desk: the report says how many had to.
alter table delivery
  add column escalated_event uuid,
  add column escalated_version bigint,
  add column escalated_at timestamptz,
  -- The message's first delivery, to the liaison.
  add column escalated_of uuid,
  add column escalated_step text,
  add column escalated_reason text,
  add constraint delivery_escalated_whole check
    (num_nulls(escalated_event, escalated_version, escalated_at, escalated_of, escalated_step, escalated_reason) in (0, 6));
