import "server-only";
import { and, eq, isNotNull, like, or } from "drizzle-orm";
import { postCheckpoints } from "@/drizzle/schema/posts";
import type { UserTransaction } from "../../db/as-user";
import type { Library } from "../run";

/** The steps whose checkpoints hold passages: the run's own, and what a tool has found since. */
const LIBRARY = "library";
export const FOUND = "found:";

/** All that the text of a post may cite: what its run has found, and its tools. */
export async function readEvidence(tx: UserTransaction, postId: string): Promise<Library> {
  const rows = await tx
    .select({ step: postCheckpoints.step, data: postCheckpoints.data })
    .from(postCheckpoints)
    .where(
      and(
        eq(postCheckpoints.postId, postId),
        isNotNull(postCheckpoints.data),
        or(eq(postCheckpoints.step, LIBRARY), like(postCheckpoints.step, `${FOUND}%`)),
      ),
    );
  const libraries = rows.toSorted(libraryFirst).map(({ data }) => data as Library);
  return {
    sources: withoutTwins(libraries.flatMap(({ sources }) => sources)),
    passages: withoutTwins(libraries.flatMap(({ passages }) => passages)),
  };
}

/** Adds accepted sources to the run's library, where there is one, so that a later run knows them. */
export async function keepSources(
  tx: UserTransaction,
  postId: string,
  accepted: Library,
): Promise<void> {
  const own = and(
    eq(postCheckpoints.postId, postId),
    eq(postCheckpoints.step, LIBRARY),
    isNotNull(postCheckpoints.data),
  );
  const [row] = await tx.select({ data: postCheckpoints.data }).from(postCheckpoints).where(own);
  if (!row || accepted.sources.length === 0) return;
  const library = row.data as Library;
  const data: Library = {
    sources: withoutTwins([...library.sources, ...accepted.sources]),
    passages: withoutTwins([...library.passages, ...accepted.passages]),
  };
  await tx.update(postCheckpoints).set({ data }).where(own);
}

function libraryFirst(one: { step: string }, other: { step: string }): number {
  return Number(other.step === LIBRARY) - Number(one.step === LIBRARY);
}

function withoutTwins<Item extends { id: string }>(items: Item[]): Item[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].reverse();
}
