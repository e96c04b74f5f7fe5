import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, keeperRows, moment, ownRows, updatedAt, userId } from "../columns";

/**
 * What is made durably for the wizard, one of each target a user: the setup in one press, and a persona by
 * itself (`core`, or the platform that it is for). What it was told, what each stage has found so far, and who
 * does its present stage. Finished stages of the setup are completed steps of the wizard.
 */
export const setupRuns = pgTable(
  "setup_runs",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId(),
    target: text("target").notNull().default("setup"),
    about: text("about").notNull(),
    /** The core persona that a platform's is to begin with. */
    core: jsonb("core"),
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
  ({ userId, target }) => [
    unique("setup_runs_user_target").on(userId, target),
    check("setup_runs_status", sql`status IN ('running', 'done', 'failed', 'stopped')`),
    check("setup_runs_stage", sql`stage IN ('website', 'research', 'persona')`),
    keeperRows("setup_runs"),
    ...ownRows("setup_runs"),
  ],
);
