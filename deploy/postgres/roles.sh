#!/bin/bash
# Run once, by the entrypoint of the image on an empty volume: a role and a database for each service. A role is
# no superuser, owns its own database and can open no other. Where a service works under a second role, that one owns
# nothing: what it may do is granted by the owner, so that the database can refuse it something (docs/security.md). The
# passwords never stand in a command line.
set -euo pipefail

sql() {
  psql --set=ON_ERROR_STOP=1 --no-psqlrc --quiet --username="${POSTGRES_USER:-postgres}" --dbname=postgres
}

for service in warning tasking notification reporting; do
  export service
  sql <<'SQL'
\getenv name service
\set password `cat "/run/secrets/db-$service"`
create role :"name" login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 50
  password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done

for service in warning; do
  export service
  sql <<'SQL'
\getenv owner service
\set name :owner _app
\set password `cat "/run/secrets/db-$service-app"`
create role :"name" login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit 50
  password :'password';
grant connect on database :"owner" to :"name";
SQL
done
