import "server-only";
import { createHash } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import { chooseModel } from "../../models/choose-model";
import { findPrice } from "../../models/find-price";
import { rememberModel } from "../../models/remembered-model";
import { requireLeft } from "../../usage/cap/require-left";
import { requireRoom } from "../library/require-room";
import type { GenerateBody } from "../schema";
import { requireAllKeys } from "./require-all-keys";

/** A post that was made, or that an earlier request with the same key had made. */
export type CreatedPost = { id: string; created: boolean };

/**
 * Makes the post of a new run. A repeated `Idempotency-Key` gives the run it made in the last 24 hours.
 *
 * @throws AppError `conflict` when that request had another body; `key_missing` and its kin,
 *   `cap_reached` and `storage_full`, before anything is paid; `invalid` for what this server cannot do.
 */
export async function createPost(
  user: UserId,
  body: GenerateBody,
  idempotencyKey: string | null,
): Promise<CreatedPost> {
  const requestHash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  const earlier = await findEarlier(user, idempotencyKey, requestHash);
  if (earlier) return earlier;
  await requireAllKeys(user);
  await requireLeft(user);
  await requireRoom(user);
  if (body.capUsd !== undefined) await requirePrice(user, body.model);
  const { topic } = body;
  const row = { userId: user, topic, title: topic, request: body, requestHash, idempotencyKey };
  const [made] = await asUser(user, (tx) =>
    tx.insert(posts).values(row).onConflictDoNothing().returning({ id: posts.id }),
  );
  if (made && body.model) await rememberModel(user, body.model);
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
    const expired = lt(posts.createdAt, sql`now() - make_interval(hours => ${LIMITS.repeatHours})`);
    await tx.update(posts).set({ idempotencyKey: null }).where(and(withKey, expired));
    return tx.select({ id: posts.id, hash: posts.requestHash }).from(posts).where(withKey);
  });
  if (row && row.hash !== requestHash) throw new AppError("conflict");
  return row ? { id: row.id, created: false } : undefined;
}

/** A cap holds only where every call has a price. @throws AppError `invalid`. */
async function requirePrice(user: UserId, asked: string | undefined): Promise<void> {
  const model = asked ?? (await chooseModel(user)).model;
  if (!(await findPrice(user, model)))
    throw invalid(
      asked === undefined ? "capUsd" : "model",
      `The price of ${model} is not known, so its cost could not be capped. Choose another model, give it a price of your own, or set no cap.`,
    );
}

function invalid(field: string, message: string): AppError {
  return new AppError("invalid", { fields: [{ field, message }] });
}
