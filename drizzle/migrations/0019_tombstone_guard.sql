GRANT USAGE ON SCHEMA public TO alwrity_rotator, alwrity_eraser;
--> statement-breakpoint
GRANT SELECT, UPDATE (wrapped_key, kek_id, kek_version, rotated_at) ON data_keys TO alwrity_rotator;
--> statement-breakpoint
GRANT INSERT ON api_key_events TO alwrity_rotator;
--> statement-breakpoint
-- Also on every table that later migrations make: a new table is erased without being named anywhere.
GRANT SELECT, DELETE ON ALL TABLES IN SCHEMA public TO alwrity_eraser;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, DELETE ON TABLES TO alwrity_eraser;
--> statement-breakpoint
REVOKE DELETE ON erased_users FROM alwrity_eraser;
--> statement-breakpoint
GRANT INSERT ON erased_users TO alwrity_eraser;
--> statement-breakpoint
GRANT SELECT ON erased_users TO alwrity_app;
--> statement-breakpoint
-- What a tombstone keeps of a user: nothing that the user id could be read from.
CREATE FUNCTION hash_user(for_user text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to('alwrity erased user ' || for_user, 'UTF8'));
--> statement-breakpoint
-- The first statement of every transaction of a user: takes the role and the user for it. An erasure
-- takes the same lock alone, so that it waits for what is under way, and what comes later is refused.
CREATE FUNCTION become_user(for_user text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY INVOKER AS $$
BEGIN
  PERFORM set_config('role', 'alwrity_app', true), set_config('app.user_id', for_user, true),
    pg_advisory_xact_lock_shared(hashtextextended(for_user, 2));
  IF EXISTS (SELECT 1 FROM public.erased_users WHERE id_hash = public.hash_user(for_user)) THEN
    RAISE EXCEPTION 'This account was deleted' USING ERRCODE = 'AL401';
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION resolve_api_keys(for_user text)
RETURNS TABLE (
  provider text, api_key_id uuid, version integer, status text, key bytea,
  data_key_id uuid, wrapped_key bytea, kek_id text, kek_version integer
)
LANGUAGE plpgsql VOLATILE SECURITY INVOKER SET search_path = public AS $$
BEGIN
  PERFORM become_user(for_user);
  RETURN QUERY
    SELECT k.provider, k.id, k.version, k.status, k.key, d.id, d.wrapped_key, d.kek_id, d.kek_version
    FROM api_keys k JOIN data_keys d ON d.id = k.data_key_id AND d.user_id = k.user_id
    WHERE k.user_id = for_user;
END $$;
