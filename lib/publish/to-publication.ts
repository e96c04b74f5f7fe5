import { z } from "zod";
import type { publications } from "@/drizzle/schema/publishing";
import { type Publication, publication } from "./schema";

/** A row of `publications`. */
export type PublicationRow = typeof publications.$inferSelect;

/** A try to publish as its author sees it. */
export function toPublication(row: PublicationRow): Publication {
  return publication.parse({
    ...row,
    warning: readKept(row)?.warning ?? null,
    scheduledFor: row.scheduledFor?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  });
}

const keptText = z.object({
  title: z.string(),
  text: z.string(),
  hash: z.string(),
  warning: z.string().optional(),
});
/** What was on the site after a try; before the site has answered, what was sent, without a hash. */
export type KeptOfRow = z.infer<typeof keptText>;

/** What a row says of the text on the site; undefined for rows from before that was kept. */
export function readKept({ kept }: Pick<PublicationRow, "kept">): KeptOfRow | undefined {
  return keptText.safeParse(kept).data;
}

/** The newest try of a site that has a post there: what an update replaces. */
export function findCurrent<Row extends { integrationId: string; remoteId: string | null }>(
  newestFirst: readonly Row[],
  integrationId: string,
): Row | undefined {
  return newestFirst.find((row) => row.integrationId === integrationId && row.remoteId !== null);
}
