-- E-mail beside the webhook. A mail is not signed, so such a contact has no secret.
alter table contact
  drop constraint contact_channel_check,
  add constraint contact_channel_check check (channel in ('WEBHOOK', 'EMAIL')),
  alter column secret drop not null,
  add constraint signed_if_webhook check ((channel = 'WEBHOOK') = (secret is not null));

alter table delivery
  drop constraint delivery_channel_check,
  add constraint delivery_channel_check check (channel in ('WEBHOOK', 'EMAIL'));

-- Each channel is claimed for itself, so that one without room does not stand before the others.
drop index delivery_waiting;
create index delivery_waiting on delivery (channel, origin, due_at) where state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN');
