import "server-only";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import { mintUserId, type UserId } from "../../auth/user-id";
import { asKeeper } from "../../db/as-keeper";
import { asUser } from "../../db/as-user";
import { PACES } from "../../limits/paces";
import { log } from "../../logs/log";
import { applyEvent } from "../apply-event";
import { lockEnded } from "../posts/lock-ended";
import { compactEvents } from "./compact-events";
import { publishEvents } from "./event-feed";

/** Events beyond those that restated a post: a run has hundreds. */
const MANY = 150;
const WORDY = `
  SELECT id, user_id FROM posts
  WHERE status IN ('needs-key', 'stopped', 'failed', 'ready', 'published') AND deleted_at IS NULL
    AND finished_at < now() - interval '${PACES.restHours} hours' AND last_seq - compact_seq > ${MANY}
  LIMIT 50`;

/** Puts the events of posts whose run is long over more briefly. Any server may, at any time. */
export async function compactResting(): Promise<void> {
  const [wordy = []] = await asKeeper([{ text: WORDY, parameters: [] }]);
  for (const { id, user_id: user } of wordy)
    await compact(mintUserId(String(user)), String(id)).catch((err: unknown) =>
      log.warn({ err, postId: id }, "The events of a post were not put more briefly"),
    );
}

async function compact(user: UserId, postId: string): Promise<void> {
  const events = await asUser(user, async (tx) => {
    const post = await lockEnded(tx, postId);
    const brief = await compactEvents(tx, { user, postId, lastSeq: post.lastEventId }, post);
    const lastSeq = post.lastEventId + brief.length;
    const document = brief.reduce(applyEvent, post.document);
    const stored = { document, lastSeq, compactSeq: lastSeq };
    await tx.update(posts).set(stored).where(eq(posts.id, postId));
    return brief;
  });
  publishEvents(postId, events);
}
