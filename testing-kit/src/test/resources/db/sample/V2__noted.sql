create table noted (id uuid primary key, text text not null, warning_id uuid not null);
