import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, moment, ownRows, updatedAt, userId } from "../columns";
import { dataKeys } from "./keys";
import { postOfSameUser } from "./posts";

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
