import { sql } from "drizzle-orm";
import { check, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { ownRows, updatedAt, userId } from "../columns";

/** What a user pays for a model by their own contract, in US dollars per million tokens. */
export const modelPrices = pgTable(
  "model_prices",
  {
    userId: userId(),
    model: text("model").notNull(),
    inputUsd: numeric("input_usd", { precision: 12, scale: 6, mode: "number" }).notNull(),
    cachedUsd: numeric("cached_usd", { precision: 12, scale: 6, mode: "number" }).notNull(),
    outputUsd: numeric("output_usd", { precision: 12, scale: 6, mode: "number" }).notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "model_prices_pkey", columns: [table.userId, table.model] }),
    check(
      "model_prices_are_money",
      sql`input_usd >= 0 AND cached_usd >= 0 AND output_usd >= 0 AND input_usd <> 'NaN' AND cached_usd <> 'NaN' AND output_usd <> 'NaN'`,
    ),
    ...ownRows("model_prices"),
  ],
);
