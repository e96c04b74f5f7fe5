GRANT USAGE ON SCHEMA public TO alwrity_accountant;
--> statement-breakpoint
-- Amounts and states: no topic, no text, no key, no request id.
GRANT SELECT (user_id, post_id, provider, key_version, operation, status, cost_usd, cost_basis, error_code)
  ON usage_events TO alwrity_accountant;
--> statement-breakpoint
GRANT SELECT (id, user_id, status) ON posts TO alwrity_accountant;
--> statement-breakpoint
GRANT SELECT (user_id) ON onboarding_sessions TO alwrity_accountant;
--> statement-breakpoint
GRANT SELECT (user_id, provider, version, event) ON api_key_events TO alwrity_accountant;
--> statement-breakpoint
-- A call is its user's own where that version of the key was saved by that user, or was being checked
-- before it was saved. Every other call would have been billed to whoever runs this site.
CREATE FUNCTION owner_totals()
RETURNS TABLE (
  testers bigint, posts bigint, finished_posts bigint, finished_usd numeric, calls bigint,
  paid_usd numeric, unpriced_calls bigint, foreign_calls bigint, foreign_usd numeric
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH marked AS (
    SELECT e.*, f.id IS NOT NULL AS finished,
      NOT (e.operation = 'check' AND coalesce(e.key_version, 0) = 0) AND NOT EXISTS (
        SELECT 1 FROM api_key_events h
        WHERE h.user_id = e.user_id AND h.provider = e.provider AND h.version = e.key_version
          AND h.event IN ('created', 'replaced')) AS is_foreign
    FROM (SELECT user_id, post_id, provider, key_version, operation, status, cost_usd, cost_basis FROM usage_events) e
    LEFT JOIN (SELECT id, user_id FROM posts WHERE status IN ('ready', 'published')) f
      ON f.id = e.post_id AND f.user_id = e.user_id
  )
  SELECT
    (SELECT count(*) FROM (
      SELECT user_id FROM onboarding_sessions UNION SELECT user_id FROM posts UNION SELECT user_id FROM usage_events) u),
    (SELECT count(*) FROM posts),
    (SELECT count(*) FROM posts WHERE status IN ('ready', 'published')),
    coalesce(sum(cost_usd) FILTER (WHERE finished), 0),
    count(*),
    coalesce(sum(cost_usd) FILTER (WHERE NOT is_foreign), 0),
    count(*) FILTER (WHERE cost_basis = 'unpriced' AND status <> 'pending'),
    count(*) FILTER (WHERE is_foreign),
    coalesce(sum(cost_usd) FILTER (WHERE is_foreign), 0)
  FROM marked
$$;
--> statement-breakpoint
CREATE FUNCTION owner_dollars()
RETURNS TABLE (provider text, calls bigint, usd numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT provider, count(*), coalesce(sum(cost_usd), 0) FROM usage_events GROUP BY provider ORDER BY provider
$$;
--> statement-breakpoint
CREATE FUNCTION owner_errors()
RETURNS TABLE (code text, calls bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT error_code, count(*) FROM usage_events WHERE error_code IS NOT NULL GROUP BY error_code ORDER BY 2 DESC, 1
$$;
--> statement-breakpoint
-- Nobody but the accountant's role may ask: no transaction of a user can.
REVOKE EXECUTE ON FUNCTION owner_totals(), owner_dollars(), owner_errors() FROM PUBLIC;
--> statement-breakpoint
-- Whoever is to own a function must be able to make one; afterwards no longer.
GRANT CREATE ON SCHEMA public TO alwrity_accountant;
--> statement-breakpoint
ALTER FUNCTION owner_totals() OWNER TO alwrity_accountant;
--> statement-breakpoint
ALTER FUNCTION owner_dollars() OWNER TO alwrity_accountant;
--> statement-breakpoint
ALTER FUNCTION owner_errors() OWNER TO alwrity_accountant;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM alwrity_accountant;
