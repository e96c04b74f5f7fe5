import "server-only";
import { desc, lt } from "drizzle-orm";
import { apiKeyEvents } from "@/drizzle/schema/keys";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import type { KeyTimeline } from "./schema";

/** Events of one answer. */
const PAGE = 50;

/**
 * What happened to a user's keys, the newest first.
 *
 * @param before the `nextCursor` of an earlier answer.
 */
export async function listKeyEvents(user: UserId, before?: number): Promise<KeyTimeline> {
  const rows = await asUser(user, (tx) =>
    tx
      .select()
      .from(apiKeyEvents)
      .where(before === undefined ? undefined : lt(apiKeyEvents.id, before))
      .orderBy(desc(apiKeyEvents.id))
      .limit(PAGE + 1),
  );
  const shown = rows.slice(0, PAGE);
  const events = shown.map(({ id, provider, event, version, detail, createdAt }) => ({
    id,
    provider,
    event,
    version,
    detail,
    at: createdAt.toISOString(),
  }));
  return { events, nextCursor: rows.length > PAGE ? (events.at(-1)?.id ?? null) : null };
}
