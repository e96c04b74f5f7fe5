-- FORCE: the owner of a table is held to its policies too.
DO $$
DECLARE t regclass;
BEGIN
  FOR t IN
    SELECT c.oid::regclass FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND n.nspname = 'public'
  LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO alwrity_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON onboarding_sessions, data_keys, api_keys, posts, post_events, rate_limits TO alwrity_app;
--> statement-breakpoint
-- History is append-only; the ledger may be settled but not erased.
GRANT SELECT, INSERT ON api_key_events TO alwrity_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON usage_events TO alwrity_app;
--> statement-breakpoint
-- The resolver's one round trip: takes the role and the user for this statement's transaction, then reads.
CREATE FUNCTION resolve_api_keys(for_user text)
RETURNS TABLE (
  provider text, api_key_id uuid, version integer, status text, key bytea,
  data_key_id uuid, wrapped_key bytea, kek_id text, kek_version integer
)
LANGUAGE plpgsql VOLATILE SECURITY INVOKER SET search_path = public AS $$
BEGIN
  PERFORM set_config('role', 'alwrity_app', true), set_config('app.user_id', for_user, true);
  RETURN QUERY
    SELECT k.provider, k.id, k.version, k.status, k.key, d.id, d.wrapped_key, d.kek_id, d.kek_version
    FROM api_keys k JOIN data_keys d ON d.id = k.data_key_id AND d.user_id = k.user_id
    WHERE k.user_id = for_user;
END $$;
