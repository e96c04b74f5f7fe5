import { sql } from "drizzle-orm";
import { check, index, integer, numeric, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { accountantRows, createdAt, moment, ownRows, userId } from "../columns";

/** The ledger: one row before each provider call, settled after it. Money in US dollars, to the token. */
export const usageEvents = pgTable(
  "usage_events",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId(),
    postId: uuid("post_id"),
    provider: text("provider").notNull(),
    keyVersion: integer("key_version"),
    operation: text("operation").notNull(),
    /** The step of the run that made the call: a step that was killed leaves its row pending. */
    step: text("step"),
    model: text("model"),
    /** The model that the provider says it billed, where it said so; `model` is the one asked for. */
    billedModel: text("billed_model"),
    /** The provider's own id of the reply: what to quote to it. */
    responseId: text("response_id"),
    status: text("status").notNull().default("pending"),
    /** The most that the call may cost, set aside under the caps while it is pending. */
    reservedUsd: numeric("reserved_usd", { precision: 15, scale: 9, mode: "number" })
      .notNull()
      .default(0),
    /** Of these, `cachedTokens` were read from the provider's cache. */
    inputTokens: integer("input_tokens"),
    cachedTokens: integer("cached_tokens"),
    /** Thoughts included. */
    outputTokens: integer("output_tokens"),
    /** Null while it is pending, and where the model has no price: its tokens are all that is known. */
    costUsd: numeric("cost_usd", { precision: 15, scale: 9, mode: "number" }),
    /** Said by the provider, priced from its token counts, estimated, or unpriced. */
    costBasis: text("cost_basis").notNull().default("estimated"),
    /** The code of the error that the call ended with. */
    errorCode: text("error_code"),
    createdAt: createdAt(),
    settledAt: moment("settled_at"),
  },
  (table) => [
    index("usage_events_user_created").on(table.userId, table.createdAt),
    index("usage_events_post").on(table.postId),
    index("usage_events_pending").on(table.userId).where(sql`status = 'pending'`),
    check(
      "usage_events_cost_basis",
      sql`cost_basis IN ('provider', 'priced', 'estimated', 'unpriced')`,
    ),
    check(
      "usage_events_unpriced",
      sql`(cost_usd IS NULL) = (status = 'pending' OR cost_basis = 'unpriced')`,
    ),
    check("usage_events_cost_is_money", sql`cost_usd >= 0 AND cost_usd <> 'NaN'`),
    check(
      "usage_events_counts",
      sql`input_tokens >= 0 AND output_tokens >= 0 AND cached_tokens BETWEEN 0 AND input_tokens`,
    ),
    accountantRows("usage_events"),
    ...ownRows("usage_events"),
  ],
);
