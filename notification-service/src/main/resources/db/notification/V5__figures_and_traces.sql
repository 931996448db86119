-- The trace of the level change that the delivery is part of (W3C traceparent).
alter table delivery add column traceparent text;

-- States, channels and ages are looked up every few seconds: from the index alone.
drop index delivery_by_state;
create index delivery_standing on delivery (state, channel, created_at);
