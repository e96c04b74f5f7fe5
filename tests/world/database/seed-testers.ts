import type postgres from "postgres";

/** Testers with keys of several versions, posts in every state, and calls on what they had saved. */
export async function seedTesters(
  sql: postgres.Sql,
  { testers, calls }: { testers: number; calls: number },
): Promise<void> {
  await sql`INSERT INTO onboarding_sessions (user_id) SELECT 'user_' || n FROM generate_series(1, ${testers}) n`;
  await sql`INSERT INTO api_key_events (user_id, provider, event, version)
    SELECT 'user_' || n, p, CASE v WHEN 1 THEN 'created' ELSE 'replaced' END, v
    FROM generate_series(1, ${testers}) n, unnest(ARRAY['gemini', 'exa']) p, generate_series(1, 2) v`;
  await sql`INSERT INTO posts (user_id, topic, title, status, request, request_hash)
    SELECT 'user_' || (1 + n % ${testers}), 'secret topic', 'secret title',
      (ARRAY['ready', 'published', 'failed', 'needs-key'])[1 + n % 4], '{}', 'h' FROM generate_series(1, 400) n`;
  await sql`
    WITH own AS (SELECT user_id, array_agg(id) AS ids FROM posts GROUP BY user_id)
    INSERT INTO usage_events (user_id, post_id, provider, key_version, operation, status, cost_usd, cost_basis, error_code, response_id)
    SELECT own.user_id, CASE WHEN n % 7 = 0 THEN NULL ELSE ids[1 + n % cardinality(ids)] END,
      CASE WHEN n % 3 = 0 THEN 'exa' ELSE 'gemini' END,
      CASE WHEN n % 29 = 0 THEN NULL ELSE 1 + n % 2 END, CASE WHEN n % 29 = 0 THEN 'check' ELSE 'section' END,
      CASE WHEN n % 31 = 0 THEN 'failed' ELSE 'settled' END,
      CASE WHEN n % 37 = 0 THEN NULL WHEN n % 31 = 0 THEN 0 ELSE n / 1000000.0 END,
      CASE WHEN n % 37 = 0 THEN 'unpriced' ELSE 'priced' END,
      CASE WHEN n % 31 = 0 THEN (ARRAY['quota_day', 'key_rejected'])[1 + n % 2] END, 'secret response'
    FROM generate_series(1, ${calls}) n JOIN own ON own.user_id = 'user_' || (1 + n % ${testers})`;
}
