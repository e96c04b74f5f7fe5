import "server-only";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { publications } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { siteListing } from "../integrations/schema";
import { isWebAddress } from "../markdown/list-links";
import { findCurrent, type PublicationRow } from "./to-publication";

/**
 * The one address that a published post is known by: the one that its author gave as canonical, or
 * else where it went live first; null while it is live nowhere.
 */
export async function findAddress(user: UserId, postId: string): Promise<string | null> {
  const rows = await asUser(user, (tx) =>
    tx
      .select()
      .from(publications)
      .where(and(eq(publications.postId, postId), isNotNull(publications.remoteId)))
      .orderBy(desc(publications.createdAt), desc(publications.id)),
  );
  const live = rows.filter(
    (row) => row.status === "live" && findCurrent(rows, row.integrationId) === row,
  );
  const addresses = [...live.map(canonicalOf), ...firstLive(rows, live)];
  return addresses.find((address) => address && isWebAddress(address)) ?? null;
}

function canonicalOf({ listing }: PublicationRow): string | undefined {
  return siteListing.catch({}).parse(listing ?? {}).canonicalUrl;
}

/** The present addresses, that of the site which had the post first before the others. */
function firstLive(newestFirst: PublicationRow[], live: PublicationRow[]): (string | null)[] {
  const oldestFirst = newestFirst.toReversed();
  const since = ({ integrationId }: PublicationRow) =>
    oldestFirst.findIndex((row) => row.integrationId === integrationId && row.status === "live");
  return live.toSorted((one, other) => since(one) - since(other)).map(({ remoteUrl }) => remoteUrl);
}
