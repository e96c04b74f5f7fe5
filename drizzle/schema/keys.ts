import {
  bigint,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  accountantRows,
  bytea,
  createdAt,
  moment,
  ownRows,
  rotatorHistory,
  rotatorRows,
  userId,
} from "../columns";
import { onboardingSessions } from "./onboarding";

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
    accountantRows("api_key_events"),
    ...ownRows("api_key_events"),
  ],
);
