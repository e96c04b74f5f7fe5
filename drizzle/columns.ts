import { sql } from "drizzle-orm";
import { check, customType, pgPolicy, pgRole, text, timestamp } from "drizzle-orm/pg-core";

/** The role that every request takes; a migration of its own creates it. */
const alwrityApp = pgRole("alwrity_app").existing();
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
export const userId = () => text("user_id").notNull();
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => moment("created_at").notNull().defaultNow();
export const updatedAt = () => moment("updated_at").notNull().defaultNow();

/** The role that looks for runs nobody runs any more; it sees which, never what is in them. */
const alwrityKeeper = pgRole("alwrity_keeper").existing();
/** The role that a backup is made as: it reads every row, and writes none. */
const alwrityBackup = pgRole("alwrity_backup").existing();
/** Rows belong to the user in `app.user_id`; unset or empty matches nothing. A backup holds those of everybody. */
export const ownRows = (table: string) => [
  check(`${table}_user_id_set`, sql`user_id <> ''`),
  pgPolicy(`${table}_own_rows`, {
    to: alwrityApp,
    using: sql`user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))`,
    withCheck: sql`user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))`,
  }),
  pgPolicy(`${table}_backup`, {
    to: alwrityBackup,
    for: "select",
    using: sql`current_user = 'alwrity_backup'`,
  }),
];

/** Every user's rows, a few columns of them, for who has taken the keeper's role and nobody else. */
export const keeperRows = (table: string) =>
  pgPolicy(`${table}_keeper`, {
    to: alwrityKeeper,
    using: sql`current_user = 'alwrity_keeper'`,
    withCheck: sql`current_user = 'alwrity_keeper'`,
  });

/** The role that wraps data keys anew; it reads no secret and nothing else of any user. */
const alwrityRotator = pgRole("alwrity_rotator").existing();
const isRotator = sql`current_user = 'alwrity_rotator'`;
/** Every user's rows for who has taken the rotator's role and nobody else. */
export const rotatorRows = (table: string) =>
  pgPolicy(`${table}_rotator`, { to: alwrityRotator, using: isRotator, withCheck: isRotator });

/** The one kind of row that the rotator adds to a user's history. */
export const rotatorHistory = (table: string) =>
  pgPolicy(`${table}_rotator`, {
    to: alwrityRotator,
    for: "insert",
    withCheck: sql`${isRotator} AND event = 'rotated' AND provider IS NULL`,
  });

/** The role whose functions add up what all users have spent; it reads amounts and states, no content. */
const alwrityAccountant = pgRole("alwrity_accountant").existing();
/** Every user's rows, to be read within the accountant's functions and nowhere else. */
export const accountantRows = (table: string) =>
  pgPolicy(`${table}_accountant`, {
    to: alwrityAccountant,
    for: "select",
    using: sql`current_user = 'alwrity_accountant'`,
  });
