-- Roles are cluster-wide: another database of this cluster, or another deploy at this moment, may have made it.
DO $$
BEGIN
  CREATE ROLE alwrity_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
-- Postgres 16 and newer: a role that is no superuser may take only roles that were granted to it.
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'alwrity_app', 'MEMBER') THEN
    EXECUTE format('GRANT alwrity_app TO %I', current_user);
  END IF;
END $$;
