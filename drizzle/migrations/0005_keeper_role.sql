-- Sees which runs are open, of all users, and nothing that is in them. Made like alwrity_app.
DO $$
BEGIN
  CREATE ROLE alwrity_keeper NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format('GRANT alwrity_keeper TO %I', current_user);
EXCEPTION WHEN insufficient_privilege THEN
  IF NOT pg_has_role(current_user, 'alwrity_keeper', 'MEMBER') THEN RAISE; END IF;
END $$;
