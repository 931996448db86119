-- What is due is now taken and noted as being called in one transaction, so that each delivery is written a time less.
-- CLAIMED stays: for what ends without a call, and for a version before this one that runs beside it.
insert into delivery_transition (from_state, to_state) values
  ('PENDING', 'CALLING'), ('TEMP_FAIL', 'CALLING'), ('UNKNOWN', 'CALLING');
