import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  doublePrecision,
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
  bytea,
  createdAt,
  keeperRows,
  moment,
  ownRows,
  rotatorHistory,
  rotatorRows,
  updatedAt,
  userId,
} from "./columns";

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
    ...ownRows("onboarding_sessions"),
  ],
);

/** One data key a user, wrapped by the key-encryption key `kek_id`. */
export const dataKeys = pgTable(
  "data_keys",
  {
    id: uuid("id").primaryKey(),
    userId: userId().unique(),
    wrappedKey: bytea("wrapped_key").notNull(),
    kekId: text("kek_id").notNull(),
    kekVersion: integer("kek_version").notNull(),
    createdAt: createdAt(),
    rotatedAt: moment("rotated_at"),
  },
  (table) => [
    unique("data_keys_id_user").on(table.id, table.userId),
    rotatorRows("data_keys"),
    ...ownRows("data_keys"),
  ],
);

/** One sealed key a user and provider; `key` is a format byte and the decoded members of a JWE. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid("id").primaryKey(),
    sessionId: uuid("session_id").notNull(),
    userId: userId(),
    provider: text("provider").notNull(),
    key: bytea("key").notNull(),
    version: integer("version").notNull(),
    dataKeyId: uuid("data_key_id").notNull(),
    masked: text("masked").notNull(),
    status: text("status").notNull(),
    /** Why its provider refuses it: a code of the error table. */
    problem: text("problem"),
    checkedAt: moment("checked_at"),
    savedAt: moment("saved_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [
    unique("api_keys_session_provider").on(table.sessionId, table.provider),
    index("api_keys_user").on(table.userId),
    foreignKey({
      name: "api_keys_session_of_same_user",
      columns: [table.sessionId, table.userId],
      foreignColumns: [onboardingSessions.id, onboardingSessions.userId],
    }).onDelete("cascade"),
    foreignKey({
      name: "api_keys_data_key_of_same_user",
      columns: [table.dataKeyId, table.userId],
      foreignColumns: [dataKeys.id, dataKeys.userId],
    }),
    ...ownRows("api_keys"),
  ],
);

/** What happened to a user's keys, append-only, without any ciphertext; no provider = all of them. */
export const apiKeyEvents = pgTable(
  "api_key_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    userId: userId(),
    provider: text("provider"),
    event: text("event").notNull(),
    version: integer("version"),
    detail: text("detail"),
    createdAt: createdAt(),
  },
  (table) => [
    index("api_key_events_user").on(table.userId, table.id),
    rotatorHistory("api_key_events"),
    ...ownRows("api_key_events"),
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

/** Sites that posts are published on; `secret` is sealed like a key, in the database in both modes. */
export const integrations = pgTable(
  "integrations",
  {
    id: uuid("id").primaryKey(),
    userId: userId(),
    kind: text("kind").notNull(),
    siteUrl: text("site_url").notNull(),
    /** Where the site's interface begins; null when it is where the kind of site usually has it. */
    apiRoot: text("api_root"),
    username: text("username"),
    secret: bytea("secret").notNull(),
    dataKeyId: uuid("data_key_id").notNull(),
    version: integer("version").notNull(),
    masked: text("masked").notNull(),
    isPrimary: boolean("is_primary").notNull().default(false),
    status: text("status").notNull(),
    checkedAt: moment("checked_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("integrations_user_kind_site").on(table.userId, table.kind, table.siteUrl),
    foreignKey({
      name: "integrations_data_key_of_same_user",
      columns: [table.dataKeyId, table.userId],
      foreignColumns: [dataKeys.id, dataKeys.userId],
    }),
    ...ownRows("integrations"),
  ],
);

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
    /** Counts the starts of the run; whoever writes for an earlier one is refused. */
    attempt: integer("attempt").notNull().default(0),
    /** When a process last said that it runs this post. */
    heartbeatAt: moment("heartbeat_at"),
    /** The newest of `post_versions`; 0 until the run has ended. */
    version: integer("version").notNull().default(0),
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
    ...ownRows("posts"),
  ],
);

const postOfSameUser = (name: string, table: { postId: AnyPgColumn; userId: AnyPgColumn }) =>
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

/** Every saved state of a post after its run, and what made it. */
export const postVersions = pgTable(
  "post_versions",
  {
    postId: uuid("post_id").notNull(),
    version: integer("version").notNull(),
    userId: userId(),
    reason: text("reason").notNull(),
    document: jsonb("document").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "post_versions_pkey", columns: [table.postId, table.version] }),
    postOfSameUser("post_versions_post_of_same_user", table),
    ...ownRows("post_versions"),
  ],
);

/** Each try to publish a post; the newest with a `remote_id` says what an update changes. */
export const publications = pgTable(
  "publications",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    postId: uuid("post_id").notNull(),
    userId: userId(),
    integrationId: uuid("integration_id").notNull(),
    kind: text("kind").notNull(),
    siteUrl: text("site_url").notNull(),
    idempotencyKey: text("idempotency_key"),
    status: text("status").notNull(),
    version: integer("version").notNull(),
    remoteId: text("remote_id"),
    remoteUrl: text("remote_url"),
    problem: text("problem"),
    scheduledFor: moment("scheduled_for"),
    /** What its author chose for the site, such as categories and a picture. */
    listing: jsonb("listing"),
    /** Title and text as the site gave them back: what was changed there since is told against it. */
    kept: jsonb("kept"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("publications_idempotency_key").on(table.postId, table.idempotencyKey),
    index("publications_post").on(table.postId, table.integrationId),
    postOfSameUser("publications_post_of_same_user", table),
    ...ownRows("publications"),
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
    /** Null where the model has no price: its tokens are all that is known. */
    costUsd: numeric("cost_usd", { precision: 15, scale: 9, mode: "number" }),
    /** Said by the provider, priced from its token counts, estimated, or unpriced. */
    costBasis: text("cost_basis").notNull().default("estimated"),
    createdAt: createdAt(),
    settledAt: moment("settled_at"),
  },
  (table) => [
    index("usage_events_user_created").on(table.userId, table.createdAt),
    index("usage_events_post").on(table.postId),
    check(
      "usage_events_cost_basis",
      sql`cost_basis IN ('provider', 'priced', 'estimated', 'unpriced')`,
    ),
    check("usage_events_unpriced", sql`(cost_basis = 'unpriced') = (cost_usd IS NULL)`),
    check("usage_events_cost_is_money", sql`cost_usd >= 0 AND cost_usd <> 'NaN'`),
    check(
      "usage_events_counts",
      sql`input_tokens >= 0 AND output_tokens >= 0 AND cached_tokens BETWEEN 0 AND input_tokens`,
    ),
    ...ownRows("usage_events"),
  ],
);

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

/** Counters of the rate limiter; `key` is a hash, `expire` is in milliseconds of the epoch. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});

/** Whose account was deleted, by a hash of the user id: nothing is ever written for them again. */
export const erasedUsers = pgTable("erased_users", {
  idHash: bytea("id_hash").primaryKey(),
  erasedAt: moment("erased_at").notNull().defaultNow(),
});
