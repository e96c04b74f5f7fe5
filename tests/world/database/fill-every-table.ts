import { sql } from "drizzle-orm";
import type { UserId } from "@/lib/auth/user-id";
import { createPost } from "@/lib/blog/posts/create-post";
import { generateBody } from "@/lib/blog/schema";
import { asUser, type UserTransaction } from "@/lib/db/as-user";
import { saveKeyDirectly } from "./save-key-directly";

async function fillAssistant(tx: UserTransaction, user: UserId): Promise<void> {
  const rows = [
    sql`INSERT INTO assistant_threads (user_id, id, title) VALUES (${user}, 'same', 'Hello')`,
    sql`INSERT INTO assistant_messages (user_id, thread_id, seq, id, role) VALUES (${user}, 'same', 1, 'm1', 'user')`,
    sql`INSERT INTO assistant_runs (user_id, thread_id) VALUES (${user}, 'same')`,
    sql`INSERT INTO assistant_suggestions (user_id, thread_id, tool_call_id, kind, title, reason, change, shown)
      VALUES (${user}, 'same', 'c1', 'post', '', '', '{}', '[]')`,
    sql`INSERT INTO assistant_actions (user_id, thread_id, tool_call_id, name, args, title, price_usd)
      VALUES (${user}, 'same', 'c2', 'publish_post', '{}', '', 0)`,
  ];
  for (const row of rows) await tx.execute(row);
}

/** One row of a user in every table that has a `user_id`: add a line for a new one. */
export async function fillEveryTable(user: UserId): Promise<void> {
  await saveKeyDirectly(user, { gemini: `g-${user}-0123456789`, exa: `e-${user}-0123456789` });
  const { id } = await createPost(user, generateBody.parse({ topic: `A topic of ${user}` }), null);
  await asUser(user, async (tx) => {
    await tx.execute(
      sql`INSERT INTO onboarding_data (user_id, step, data) VALUES (${user}, 'website', '{}')`,
    );
    await tx.execute(
      sql`INSERT INTO integrations (id, user_id, kind, site_url, secret, data_key_id, version, masked, status)
          SELECT gen_random_uuid(), ${user}, 'ghost', 'https://example.org', '\\x01', id, 1, '', 'valid' FROM data_keys`,
    );
    await tx.execute(
      sql`INSERT INTO post_events (post_id, seq, user_id, type, data) VALUES (${id}, 1, ${user}, 'query', '{}')`,
    );
    await tx.execute(
      sql`INSERT INTO post_checkpoints (post_id, step, user_id, data) VALUES (${id}, 'plan', ${user}, '{}')`,
    );
    await tx.execute(
      sql`INSERT INTO post_versions (post_id, version, user_id, reason, document) VALUES (${id}, 1, ${user}, 'run', '{}')`,
    );
    await tx.execute(
      sql`INSERT INTO post_analyses (post_id, kind, user_id, version, data) VALUES (${id}, 'seo', ${user}, 1, '{}')`,
    );
    await tx.execute(
      sql`INSERT INTO publications (post_id, user_id, integration_id, kind, site_url, status, version)
          VALUES (${id}, ${user}, gen_random_uuid(), 'ghost', 'https://example.org', 'draft', 1)`,
    );
    await tx.execute(
      sql`INSERT INTO notices (user_id, post_id, kind) VALUES (${user}, ${id}, 'ready')`,
    );
    await tx.execute(
      sql`INSERT INTO usage_events (user_id, provider, operation, status, cost_usd) VALUES (${user}, 'exa', 'search', 'settled', 0.007)`,
    );
    await tx.execute(sql`INSERT INTO user_settings (user_id) VALUES (${user})`);
    await tx.execute(sql`INSERT INTO setup_runs (user_id, about) VALUES (${user}, '')`);
    await fillAssistant(tx, user);
    await tx.execute(
      sql`INSERT INTO model_prices (user_id, model, input_usd, cached_usd, output_usd) VALUES (${user}, 'gemini-9-flash', 1, 0.1, 4)`,
    );
  });
}
