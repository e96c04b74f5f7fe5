import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, keeperRows, moment, ownRows, updatedAt, userId } from "../columns";
import { posts } from "./posts";

/** A conversation. Its id is chosen by the browser: two users may choose the same, and never meet. */
export const assistantThreads = pgTable(
  "assistant_threads",
  {
    userId: userId(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    /** How many messages it has. */
    lastSeq: integer("last_seq").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: "assistant_threads_pkey", columns: [table.userId, table.id] }),
    index("assistant_threads_user_updated").on(table.userId, table.updatedAt),
    ...ownRows("assistant_threads"),
  ],
);

const threadOfSameUser = (name: string, table: { userId: AnyPgColumn; threadId: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [table.userId, table.threadId],
    foreignColumns: [assistantThreads.userId, assistantThreads.id],
  }).onDelete("cascade");

/**
 * What was said, in order. `role` is `user`, `assistant` or `tool`; `model` and `key_version` say for
 * whom the signatures in `tool_calls` hold. Money in US dollars.
 */
export const assistantMessages = pgTable(
  "assistant_messages",
  {
    userId: userId(),
    threadId: text("thread_id").notNull(),
    seq: integer("seq").notNull(),
    id: text("id").notNull(),
    role: text("role").notNull(),
    content: text("content").notNull().default(""),
    toolCalls: jsonb("tool_calls"),
    toolCallId: text("tool_call_id"),
    result: jsonb("result"),
    citations: jsonb("citations"),
    model: text("model"),
    keyVersion: integer("key_version"),
    costUsd: numeric("cost_usd", { precision: 15, scale: 9, mode: "number" }).notNull().default(0),
    /** What ended it before its own end: `stopped`, or a code of the table of errors. */
    problem: text("problem"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "assistant_messages_pkey",
      columns: [table.userId, table.threadId, table.seq],
    }),
    unique("assistant_messages_id").on(table.userId, table.threadId, table.id),
    threadOfSameUser("assistant_messages_thread_of_same_user", table),
    ...ownRows("assistant_messages"),
  ],
);

/** An answer that is being given: alive while its heartbeat is fresh; `stop_at` asks it to end. */
export const assistantRuns = pgTable(
  "assistant_runs",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId(),
    threadId: text("thread_id").notNull(),
    /** What its client calls it, where it says so. */
    clientRunId: text("client_run_id"),
    heartbeatAt: moment("heartbeat_at").notNull().defaultNow(),
    stopAt: moment("stop_at"),
    endedAt: moment("ended_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("assistant_runs_one_a_thread")
      .on(table.userId, table.threadId)
      .where(sql`ended_at IS NULL`),
    keeperRows("assistant_runs"),
    threadOfSameUser("assistant_runs_thread_of_same_user", table),
    ...ownRows("assistant_runs"),
  ],
);

/**
 * A change of words that waits for its user: nothing has changed until it is accepted. `based_on` is
 * the version of the post that it was made for, `change` the edit, `shown` what a diff needs, `undo`
 * what taking it back needs once it was accepted.
 */
export const assistantSuggestions = pgTable(
  "assistant_suggestions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId(),
    threadId: text("thread_id").notNull(),
    toolCallId: text("tool_call_id").notNull(),
    kind: text("kind").notNull(),
    postId: uuid("post_id"),
    basedOn: integer("based_on"),
    title: text("title").notNull(),
    reason: text("reason").notNull(),
    change: jsonb("change").notNull(),
    shown: jsonb("shown").notNull(),
    status: text("status").notNull().default("waiting"),
    undo: jsonb("undo"),
    createdAt: createdAt(),
    decidedAt: moment("decided_at"),
  },
  (table) => [
    index("assistant_suggestions_user").on(table.userId, table.status),
    index("assistant_suggestions_post").on(table.postId),
    threadOfSameUser("assistant_suggestions_thread_of_same_user", table),
    foreignKey({
      name: "assistant_suggestions_post_of_same_user",
      columns: [table.postId, table.userId],
      foreignColumns: [posts.id, posts.userId],
    }).onDelete("cascade"),
    ...ownRows("assistant_suggestions"),
  ],
);

/**
 * Something that only its user's click may do: with the arguments it will be done with, and its price
 * in US dollars at the most, null where none is known. `result` is what came of it, `problem` a code of the table of errors.
 */
export const assistantActions = pgTable(
  "assistant_actions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId(),
    threadId: text("thread_id").notNull(),
    toolCallId: text("tool_call_id").notNull(),
    name: text("name").notNull(),
    args: jsonb("args").notNull(),
    title: text("title").notNull(),
    priceUsd: numeric("price_usd", { precision: 15, scale: 9, mode: "number" }),
    status: text("status").notNull().default("waiting"),
    result: jsonb("result"),
    problem: text("problem"),
    createdAt: createdAt(),
    decidedAt: moment("decided_at"),
  },
  (table) => [
    index("assistant_actions_user").on(table.userId, table.status),
    unique("assistant_actions_call").on(table.userId, table.threadId, table.toolCallId),
    threadOfSameUser("assistant_actions_thread_of_same_user", table),
    ...ownRows("assistant_actions"),
  ],
);
