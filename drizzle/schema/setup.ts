import { sql } from "drizzle-orm";
import { check, doublePrecision, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, keeperRows, moment, ownRows, updatedAt, userId } from "../columns";

/**
 * The setup in one press, one a user: what it was told, what each stage has found so far, and who
 * does its present stage. Finished stages are completed steps of the wizard.
 */
export const setupRuns = pgTable(
  "setup_runs",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId().unique(),
    about: text("about").notNull(),
    status: text("status").notNull().default("running"),
    stage: text("stage").notNull().default("website"),
    findings: jsonb("findings").notNull().default({}),
    /** What the calls of its present stage were given, while that waits for a quota. */
    parts: jsonb("parts").notNull().default({}),
    problem: jsonb("problem"),
    costUsd: doublePrecision("cost_usd").notNull().default(0),
    waitUntil: moment("wait_until"),
    attempt: integer("attempt").notNull().default(0),
    owner: uuid("owner"),
    heartbeatAt: moment("heartbeat_at").notNull().defaultNow(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (_) => [
    check("setup_runs_status", sql`status IN ('running', 'done', 'failed', 'stopped')`),
    check("setup_runs_stage", sql`stage IN ('website', 'research', 'persona')`),
    keeperRows("setup_runs"),
    ...ownRows("setup_runs"),
  ],
);
