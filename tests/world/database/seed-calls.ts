import type postgres from "postgres";
import type { UserId } from "@/lib/auth/user-id";

/** A user's posts and calls of every kind over 14 months, close to midnight and to the changes of the clocks too. */
export async function seedCalls(sql: postgres.Sql, user: UserId, calls: number): Promise<void> {
  await sql`INSERT INTO posts (id, user_id, topic, title, request, request_hash)
    SELECT gen_random_uuid(), ${user}, 't', '=SUM(A1), "quoted" ' || n, '{}', 'h' FROM generate_series(1, 7) n`;
  await sql`
    WITH own AS (SELECT array_agg(id) AS ids FROM posts WHERE user_id = ${user}),
    drawn AS (
      SELECT n, md5(n || 'usage')::uuid AS dice, ('x' || substr(md5(n::text), 1, 6))::bit(24)::int AS r,
        timestamptz '2025-09-09 12:00Z' + interval '427 days' * (n::float8 / ${calls}) AS moment
      FROM generate_series(1, ${calls}) n)
    INSERT INTO usage_events (user_id, post_id, provider, key_version, operation, model, billed_model, status,
      reserved_usd, input_tokens, cached_tokens, output_tokens, cost_usd, cost_basis, response_id, created_at)
    SELECT ${user},
      CASE r % 9 WHEN 0 THEN NULL WHEN 1 THEN dice ELSE ids[1 + r % 7] END,
      CASE WHEN r % 3 = 0 THEN 'exa' ELSE 'gemini' END,
      CASE WHEN r % 11 = 0 THEN NULL ELSE 1 + r % 4 END,
      (ARRAY['plan','section','search','judge','assistant'])[1 + r % 5],
      CASE WHEN r % 3 = 0 THEN NULL ELSE 'gemini-3.5-flash' END,
      CASE WHEN r % 13 = 0 THEN 'gemini-3.5-flash-001' END,
      CASE WHEN r % 17 = 0 THEN 'failed' WHEN r % 19 = 0 THEN 'estimated' ELSE 'settled' END,
      0.01, r % 5000, (r % 5000) / 3, r % 3000,
      CASE WHEN r % 23 = 0 THEN NULL WHEN r % 17 = 0 THEN 0 ELSE (r % 30000019)::numeric / 1000000000 END,
      CASE WHEN r % 23 = 0 THEN 'unpriced' WHEN r % 19 = 0 THEN 'estimated' ELSE 'priced' END,
      'response-' || n,
      CASE WHEN r % 6 = 0 THEN date_trunc('day', moment) - (r % 3) * interval '1 hour' ELSE moment END
    FROM drawn, own`;
}
