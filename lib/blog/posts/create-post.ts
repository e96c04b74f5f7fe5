import "server-only";
import { createHash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { requireConfig } from "../../config/config";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { hasPrice } from "../../usage/prices";
import type { GenerateBody } from "../schema";
import { requireAllKeys } from "./require-all-keys";

const DAY_MS = 86_400_000;
/** A post that was made, or that an earlier request with the same key had made. */
export type CreatedPost = { id: string; created: boolean };

/**
 * Makes the post of a new run. A repeated `Idempotency-Key` gives the run it made in the last 24 hours.
 *
 * @throws AppError `conflict` when that request had another body; `key_missing` and its kin before
 *   anything is paid; `invalid` for what this server cannot do.
 */
export async function createPost(
  user: UserId,
  body: GenerateBody,
  idempotencyKey: string | null,
): Promise<CreatedPost> {
  const requestHash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  const earlier = await findEarlier(user, idempotencyKey, requestHash);
  if (earlier) return earlier;
  refuseImpossible(body);
  await requireAllKeys(user);
  const { topic } = body;
  const row = { userId: user, topic, title: topic, request: body, requestHash, idempotencyKey };
  const [made] = await asUser(user, (tx) =>
    tx.insert(posts).values(row).onConflictDoNothing().returning({ id: posts.id }),
  );
  if (made) return { id: made.id, created: true };
  const winner = await findEarlier(user, idempotencyKey, requestHash);
  if (!winner) throw new AppError("conflict");
  return winner;
}

async function findEarlier(
  user: UserId,
  key: string | null,
  requestHash: string,
): Promise<CreatedPost | undefined> {
  if (key === null) return undefined;
  const withKey = eq(posts.idempotencyKey, key);
  const [row] = await asUser(user, async (tx) => {
    const expired = lt(posts.createdAt, new Date(Date.now() - DAY_MS));
    await tx.update(posts).set({ idempotencyKey: null }).where(and(withKey, expired));
    return tx.select({ id: posts.id, hash: posts.requestHash }).from(posts).where(withKey);
  });
  if (row && row.hash !== requestHash) throw new AppError("conflict");
  return row ? { id: row.id, created: false } : undefined;
}

function refuseImpossible({ model }: GenerateBody): void {
  if (!hasPrice(model ?? requireConfig().geminiModel))
    throw invalid(
      "model",
      "There is no price for this model, so its cost could not be capped. Choose another.",
    );
}

function invalid(field: string, message: string): AppError {
  return new AppError("invalid", { fields: [{ field, message }] });
}
