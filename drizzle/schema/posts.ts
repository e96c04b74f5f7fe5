import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  accountantRows,
  createdAt,
  keeperRows,
  moment,
  ownRows,
  updatedAt,
  userId,
} from "../columns";

/** A post and its run. `document` is the fold of its events once the run has ended. */
export const posts = pgTable(
  "posts",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId(),
    topic: text("topic").notNull(),
    title: text("title").notNull(),
    status: text("status").notNull().default("queued"),
    request: jsonb("request").notNull(),
    requestHash: text("request_hash").notNull(),
    idempotencyKey: text("idempotency_key"),
    document: jsonb("document"),
    costUsd: numeric("cost_usd", { precision: 12, scale: 6, mode: "number" }).notNull().default(0),
    lastSeq: integer("last_seq").notNull().default(0),
    /** The last of the events that restate the document in place of those before them; 0 where none do. */
    compactSeq: integer("compact_seq").notNull().default(0),
    /** Counts the starts of the run; whoever writes for an earlier one is refused. */
    attempt: integer("attempt").notNull().default(0),
    /** When a process last said that it runs this post. */
    heartbeatAt: moment("heartbeat_at"),
    /** The newest of `post_versions`; 0 until the run has ended. */
    version: integer("version").notNull().default(0),
    /** How many words of it are read; null until a run has ended, and where it was stored before they were counted. */
    words: integer("words"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    finishedAt: moment("finished_at"),
    deletedAt: moment("deleted_at"),
  },
  (table) => [
    unique("posts_id_user").on(table.id, table.userId),
    unique("posts_user_idempotency_key").on(table.userId, table.idempotencyKey),
    index("posts_user_created").on(table.userId, table.createdAt),
    check("posts_cost_is_money", sql`cost_usd >= 0 AND cost_usd <> 'NaN'`),
    index("posts_open").on(table.heartbeatAt).where(sql`status IN ('queued', 'running')`),
    keeperRows("posts"),
    accountantRows("posts"),
    ...ownRows("posts"),
  ],
);

/** Rows that go with a post, and only with one of the same user. */
export const postOfSameUser = (name: string, table: { postId: AnyPgColumn; userId: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [table.postId, table.userId],
    foreignColumns: [posts.id, posts.userId],
  }).onDelete("cascade");

/**
 * The steps of a run: who works on one (`owner`, alive while `heartbeat_at` is fresh), and what a
 * finished one has made, which a run that goes on never repeats.
 */
export const postCheckpoints = pgTable(
  "post_checkpoints",
  {
    postId: uuid("post_id").notNull(),
    step: text("step").notNull(),
    userId: userId(),
    data: jsonb("data"),
    owner: uuid("owner"),
    heartbeatAt: moment("heartbeat_at"),
    finishedAt: moment("finished_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "post_checkpoints_pkey", columns: [table.postId, table.step] }),
    index("post_checkpoints_open").on(table.heartbeatAt).where(sql`finished_at IS NULL`),
    keeperRows("post_checkpoints"),
    postOfSameUser("post_checkpoints_post_of_same_user", table),
    ...ownRows("post_checkpoints"),
  ],
);

/**
 * Every saved state of a post after its run, and what made it: whole, or as `delta`, which makes it out
 * of the next version that is kept.
 */
export const postVersions = pgTable(
  "post_versions",
  {
    postId: uuid("post_id").notNull(),
    version: integer("version").notNull(),
    userId: userId(),
    reason: text("reason").notNull(),
    document: jsonb("document"),
    delta: jsonb("delta"),
    /** Counted while it was whole; null until then. */
    words: integer("words"),
    createdAt: createdAt(),
  },
  (table) => [
    check("post_versions_whole_or_delta", sql`(document IS NULL) <> (delta IS NULL)`),
    primaryKey({ name: "post_versions_pkey", columns: [table.postId, table.version] }),
    postOfSameUser("post_versions_post_of_same_user", table),
    ...ownRows("post_versions"),
  ],
);

/** What a model last said of a post that is written, of each kind once, and the version it read. */
export const postAnalyses = pgTable(
  "post_analyses",
  {
    postId: uuid("post_id").notNull(),
    kind: text("kind").notNull(),
    userId: userId(),
    version: integer("version").notNull(),
    data: jsonb("data").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "post_analyses_pkey", columns: [table.postId, table.kind] }),
    postOfSameUser("post_analyses_post_of_same_user", table),
    ...ownRows("post_analyses"),
  ],
);

/** Everything a run said, in order: stored first, then sent. */
export const postEvents = pgTable(
  "post_events",
  {
    postId: uuid("post_id").notNull(),
    seq: integer("seq").notNull(),
    userId: userId(),
    type: text("type").notNull(),
    data: jsonb("data").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "post_events_pkey", columns: [table.postId, table.seq] }),
    postOfSameUser("post_events_post_of_same_user", table),
    ...ownRows("post_events"),
  ],
);

/** What a user should hear of: a run has finished, waits for them, or has failed; a cap is near. */
export const notices = pgTable(
  "notices",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: userId(),
    /** None where it is about the user's money or keys. */
    postId: uuid("post_id"),
    kind: text("kind").notNull(),
    createdAt: createdAt(),
    readAt: moment("read_at"),
  },
  (table) => [
    index("notices_user").on(table.userId, table.createdAt),
    postOfSameUser("notices_post_of_same_user", table),
    ...ownRows("notices"),
  ],
);
