-- Whoever sets another search_path, or has tables of its own in pg_temp, meets the same rules: what V15 did for the triggers
-- of its time, for all the others. A test asks pg_proc, so that none is forgotten again.
alter function keep_as_it_is() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function policy_pack_moves() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function keep_correction() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function stricter_moves() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function belongs_to_open_drill() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function mode_never_changes() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function drill_only_ends() set search_path = ${flyway:defaultSchema}, pg_temp;
alter function level_by_the_version_before() set search_path = ${flyway:defaultSchema}, pg_temp;
