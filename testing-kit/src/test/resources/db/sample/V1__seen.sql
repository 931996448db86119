create table seen (seq bigint generated always as identity, event_id uuid not null, warning_id uuid not null, version bigint not null);
