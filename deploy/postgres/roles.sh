#!/bin/bash
# Run once, by the entrypoint of the image on an empty volume: a role and a database for each service. A role is
# no superuser, owns its own database and can open no other. The passwords never stand in a command line.
set -euo pipefail

for service in warning tasking notification reporting; do
  export service
  psql --set=ON_ERROR_STOP=1 --no-psqlrc --quiet --username="${POSTGRES_USER:-postgres}" --dbname=postgres <<'SQL'
\getenv name service
\set password `cat "/run/secrets/db-$service"`
create role :"name" login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 50
  password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
