import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { postCheckpoints } from "@/drizzle/schema/posts";
import { asUser, type UserTransaction } from "../../../db/as-user";
import type { Made, Ticket } from "../step-results";

const WRITTEN = "written:";

/** Everything that the finished steps of a run have made. */
export async function readCheckpoints({ user, postId }: Ticket): Promise<Made> {
  return asUser(user, (tx) => selectCheckpoints(tx, postId));
}

/** The same, within a transaction that reads more. */
export async function selectCheckpoints(tx: UserTransaction, postId: string): Promise<Made> {
  const rows = await tx
    .select({ step: postCheckpoints.step, data: postCheckpoints.data })
    .from(postCheckpoints)
    .where(and(eq(postCheckpoints.postId, postId), isNotNull(postCheckpoints.finishedAt)));
  const isPart = ({ step }: { step: string }) => step.startsWith(WRITTEN);
  const entries = (kept: typeof rows, cut: number) =>
    Object.fromEntries(kept.map(({ step, data }) => [step.slice(cut), data]));
  const steps = entries(
    rows.filter((row) => !isPart(row)),
    0,
  );
  return { ...steps, written: entries(rows.filter(isPart), WRITTEN.length) } as Made;
}
