-- Roles are cluster-wide: another database of this cluster, or another deploy at this moment, may have made it.
DO $$
BEGIN
  CREATE ROLE alwrity_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
-- Whoever makes a role on Postgres 16 and newer may administer it, but may not take it until it is granted.
DO $$
BEGIN
  EXECUTE format('GRANT alwrity_app TO %I', current_user);
EXCEPTION WHEN insufficient_privilege THEN
  IF NOT pg_has_role(current_user, 'alwrity_app', 'MEMBER') THEN RAISE; END IF;
END $$;
