-- The rotator wraps data keys anew and reads no secret; the eraser deletes one user's rows, also those
-- that the application may only add to. Made like alwrity_app.
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['alwrity_rotator', 'alwrity_eraser'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS INHERIT', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    BEGIN
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN RAISE; END IF;
    END;
  END LOOP;
END $$;
--> statement-breakpoint
-- A member of alwrity_app: its policies hold for the eraser too, so it reaches one user's rows at a time.
DO $$
BEGIN
  GRANT alwrity_app TO alwrity_eraser;
EXCEPTION WHEN insufficient_privilege THEN
  IF NOT pg_has_role('alwrity_eraser', 'alwrity_app', 'MEMBER') THEN RAISE; END IF;
END $$;
