import "server-only";
import { and, desc, eq, exists, lt, sql } from "drizzle-orm";
import { postVersions } from "@/drizzle/schema/posts";
import { publications } from "@/drizzle/schema/publishing";
import type { UserTransaction } from "../../db/as-user";
import { countStoredWords } from "./count-stored-words";
import { readDelta } from "./read-delta";
import { type Delta, type Json, writeDelta } from "./write-delta";

/** The version that was stored just now, and the one between that it took the place of. */
type Next = { version: number; document: Json; replaced: Json | undefined };

/**
 * Keeps the version before the newest as what differs from it: a post of which much is edited would
 * be stored anew each time. What a run has written and what was published stay whole.
 */
export async function packVersion(tx: UserTransaction, postId: string, next: Next): Promise<void> {
  const [earlier] = await tx
    .select({ version, reason, document, delta, isPublished: isPublished(tx) })
    .from(postVersions)
    .where(and(eq(postVersions.postId, postId), lt(version, next.version)))
    .orderBy(desc(version))
    .limit(1);
  if (!earlier || (earlier.document !== null && isKeptWhole(earlier))) return;
  const whole = (earlier.document ?? unpack(earlier.delta, next.replaced)) as Json;
  await tx
    .update(postVersions)
    .set({
      document: null,
      delta: writeDelta(next.document, whole) ?? { fields: {} },
      words: sql`coalesce(${postVersions.words}, ${countStoredWords(postVersions.document)})`,
    })
    .where(and(eq(postVersions.postId, postId), eq(version, earlier.version)));
}

const { version, reason, document, delta } = postVersions;

/** True for a version that stays as it is, however many follow. */
function isKeptWhole(row: { reason: string; isPublished: unknown }): boolean {
  return row.reason === "run" || row.isPublished === true;
}

/** Whether a site was sent this very version, whose text others are shown later. */
export function isPublished(tx: UserTransaction) {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(publications)
      .where(and(eq(publications.postId, postVersions.postId), eq(publications.version, version))),
  );
}

function unpack(stored: unknown, next: Json | undefined): Json {
  if (next === undefined) throw new Error("A version was kept as the delta of one that is gone.");
  return readDelta(next, stored as Delta);
}
