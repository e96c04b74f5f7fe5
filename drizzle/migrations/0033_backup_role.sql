-- What a backup is made as: a role that reads every row of ours and writes none. Made like alwrity_app.
DO $$
BEGIN
  CREATE ROLE alwrity_backup NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
-- The owner of the tables may become it; the application's role may not, where it is another.
DO $$
BEGIN
  EXECUTE format('GRANT alwrity_backup TO %I', current_user);
EXCEPTION WHEN insufficient_privilege THEN
  IF NOT pg_has_role(current_user, 'alwrity_backup', 'MEMBER') THEN RAISE; END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public, drizzle TO alwrity_backup;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO alwrity_backup;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO alwrity_backup;
--> statement-breakpoint
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO alwrity_backup;
--> statement-breakpoint
GRANT SELECT ON ALL SEQUENCES IN SCHEMA drizzle TO alwrity_backup;
--> statement-breakpoint
-- And on the tables to come: a backup must not miss one.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO alwrity_backup;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON SEQUENCES TO alwrity_backup;
