-- Adds up what all users have spent, in functions that are its own, and sees no content. Made like alwrity_app.
DO $$
BEGIN
  CREATE ROLE alwrity_accountant NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format('GRANT alwrity_accountant TO %I', current_user);
EXCEPTION WHEN insufficient_privilege THEN
  IF NOT pg_has_role(current_user, 'alwrity_accountant', 'MEMBER') THEN RAISE; END IF;
END $$;
