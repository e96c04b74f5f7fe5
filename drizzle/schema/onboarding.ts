import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { accountantRows, createdAt, moment, ownRows, updatedAt, userId } from "../columns";

/** One onboarding a user: `progress` = `current_step` / 6 × 100. */
export const onboardingSessions = pgTable(
  "onboarding_sessions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId().unique(),
    currentStep: integer("current_step").notNull().default(0),
    progress: doublePrecision("progress").notNull().default(0),
    steps: jsonb("steps").$type<Record<string, string>>().notNull().default({}),
    completedAt: moment("completed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("onboarding_sessions_id_user").on(table.id, table.userId),
    check("onboarding_sessions_step_range", sql`current_step BETWEEN 0 AND 6`),
    accountantRows("onboarding_sessions"),
    ...ownRows("onboarding_sessions"),
  ],
);

/** What each step of the wizard has learned (`data`), and what is half filled in (`draft`). */
export const onboardingData = pgTable(
  "onboarding_data",
  {
    userId: userId(),
    step: text("step").notNull(),
    data: jsonb("data"),
    draft: jsonb("draft"),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "onboarding_data_pkey", columns: [table.userId, table.step] }),
    ...ownRows("onboarding_data"),
  ],
);
