import { sql } from "drizzle-orm";
import { check, integer, jsonb, numeric, pgTable, text } from "drizzle-orm/pg-core";
import { moment, ownRows, updatedAt, userId } from "../columns";

/** What a user prefers where a request does not say, and what their keys may spend in a month. */
export const userSettings = pgTable(
  "user_settings",
  {
    userId: userId().primaryKey(),
    defaultModel: text("default_model"),
    defaultWords: integer("default_words"),
    defaultLanguage: text("default_language"),
    researchDepth: text("research_depth"),
    /** For a calendar month in `time_zone`, in US dollars; null is no cap. */
    monthlyCapUsd: numeric("monthly_cap_usd", { precision: 12, scale: 6, mode: "number" }),
    /** When the cap was last changed: its warnings are given once for each change and month. */
    capSetAt: moment("cap_set_at"),
    timeZone: text("time_zone").notNull().default("UTC"),
    /** Kinds of notices that this user does not want. */
    mutedNotices: jsonb("muted_notices").$type<string[]>().notNull().default([]),
    updatedAt: updatedAt(),
  },
  () => [
    check("user_settings_cap_range", sql`monthly_cap_usd >= 0 AND monthly_cap_usd <> 'NaN'`),
    ...ownRows("user_settings"),
  ],
);
