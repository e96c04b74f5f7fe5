import { pgTable } from "drizzle-orm/pg-core";
import { bytea, moment } from "../columns";

/** Whose account was deleted, by a hash of the user id: nothing is ever written for them again. */
export const erasedUsers = pgTable("erased_users", {
  idHash: bytea("id_hash").primaryKey(),
  erasedAt: moment("erased_at").notNull().defaultNow(),
});
