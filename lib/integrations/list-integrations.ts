import "server-only";
import { asc } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { type Integration, integration } from "./schema";

/** The user's connected sites, oldest first. Decrypts nothing. */
export async function listIntegrations(user: UserId): Promise<Integration[]> {
  const rows = await asUser(user, (tx) =>
    tx.select().from(integrations).orderBy(asc(integrations.createdAt)),
  );
  return rows.map((row) =>
    integration.parse({ ...row, checkedAt: row.checkedAt?.toISOString() ?? null }),
  );
}
