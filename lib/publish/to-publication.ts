import type { publications } from "@/drizzle/schema/publishing";
import { type Publication, publication } from "./schema";

/** A row of `publications`. */
export type PublicationRow = typeof publications.$inferSelect;

/** A try to publish as its author sees it. */
export function toPublication(row: PublicationRow): Publication {
  return publication.parse({
    ...row,
    scheduledFor: row.scheduledFor?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  });
}

/** The newest try of a site that has a post there: what an update replaces. */
export function findCurrent<Row extends { integrationId: string; remoteId: string | null }>(
  newestFirst: readonly Row[],
  integrationId: string,
): Row | undefined {
  return newestFirst.find((row) => row.integrationId === integrationId && row.remoteId !== null);
}
