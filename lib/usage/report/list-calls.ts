import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { posts } from "@/drizzle/schema/posts";
import { usageEvents } from "@/drizzle/schema/usage";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import { getSettings } from "../../settings/get-settings";
import type { UsageCall, UsageQuery, UsageRange } from "../schema";
import { chooseRange } from "./read-range";
import { withinRange } from "./within-range";

/** A page of calls, newest first; `next` is the cursor of the page after it, null on the last one. */
export type CallPage = { range: UsageRange; calls: UsageCall[]; next: string | null };

/**
 * The calls of a range, a row each, as the ledger has them.
 *
 * @throws AppError `invalid` for a range or a cursor that is none.
 */
export async function listCalls(
  user: UserId,
  query: UsageQuery,
  rows: number = LIMITS.listedCalls,
): Promise<CallPage> {
  const range = chooseRange(query, (await getSettings(user)).timeZone);
  const after = query.cursor === undefined ? undefined : isAfter(query.cursor);
  const found = await asUser(user, (tx) =>
    tx
      .select({ event: usageEvents, title: posts.title, place: PLACE })
      .from(usageEvents)
      .leftJoin(posts, eq(posts.id, usageEvents.postId))
      .where(and(withinRange(range), after))
      .orderBy(desc(usageEvents.createdAt), desc(usageEvents.id))
      .limit(rows + 1),
  );
  const shown = found.slice(0, rows);
  const next = found.length > rows ? (shown.at(-1)?.place ?? null) : null;
  return { range, calls: shown.map(toCall), next };
}

/** Where a row stands, to the microsecond: a JavaScript date knows milliseconds. */
const PLACE = sql<string>`
  (extract(epoch FROM ${usageEvents.createdAt}) * 1000000)::bigint || '.' || ${usageEvents.id}`;
const place = z.tuple([z.string().regex(/^\d{1,18}$/), z.uuid()]);

function isAfter(cursor: string): SQL {
  const { data } = place.safeParse(cursor.split("."));
  if (!data) throw new AppError("invalid", { fields: [{ field: "cursor", message: CURSOR }] });
  const [micros, id] = data;
  return sql`(${usageEvents.createdAt}, ${usageEvents.id}) <
    (to_timestamp(0) + ${micros}::bigint * interval '1 microsecond', ${id}::uuid)`;
}

const CURSOR = "Give the cursor of the page before, as it was.";
const status = z.enum(["pending", "settled", "estimated", "failed"]);
const known = z.enum(["provider", "priced", "estimated", "unpriced"]);
type Found = { event: typeof usageEvents.$inferSelect; title: string | null };

function toCall({ event, title }: Found): UsageCall {
  const { id, operation, provider, model, billedModel, keyVersion, postId } = event;
  const isPending = event.status === "pending";
  return {
    id,
    at: event.createdAt.toISOString(),
    operation,
    post: postId === null ? null : { id: postId, title },
    provider,
    model,
    billedModel,
    keyVersion: keyVersion || null,
    inputTokens: isPending ? null : event.inputTokens,
    cachedTokens: event.cachedTokens,
    outputTokens: event.outputTokens,
    costUsd: event.costUsd,
    known: isPending ? null : known.parse(event.costBasis),
    status: status.parse(event.status),
    requestId: event.responseId,
  };
}
