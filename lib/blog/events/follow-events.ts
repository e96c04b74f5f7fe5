import "server-only";
import { eq } from "drizzle-orm";
import { posts } from "@/drizzle/schema/posts";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { isLive, type PostEvent, postStatus } from "../schema";
import { subscribe } from "./event-feed";
import { selectEvents } from "./select-events";
import { watchFeed } from "./watch-feed";

/** Reads the stored events of a post after an id, in order. */
export async function readEvents(user: UserId, postId: string, after = 0): Promise<PostEvent[]> {
  return asUser(user, (tx) => selectEvents(tx, postId, after));
}

/** What a follower reads at a `done`: the events behind it, and whether more may come. */
type Rest = { events: PostEvent[]; over: boolean };

/** A `done` is the end only where nothing follows it and no run is live: posts are resumed and edited. */
async function readRest(user: UserId, postId: string, after: number): Promise<Rest> {
  return asUser(user, async (tx) => {
    const [post] = await tx
      .select({ status: posts.status })
      .from(posts)
      .where(eq(posts.id, postId));
    const events = await selectEvents(tx, postId, after);
    const live = post !== undefined && isLive(postStatus.parse(post.status));
    return { events, over: !live && events.length === 0 };
  });
}

/**
 * Replays the events after an id and follows the post until a `done` that nothing follows. Fed in
 * process where a step is done here, from the table where it is not; no event is lost, doubled or out
 * of order either way.
 */
export async function* followEvents(
  user: UserId,
  postId: string,
  options: { after: number; signal: AbortSignal },
): AsyncGenerator<PostEvent> {
  let { after } = options;
  const heard: PostEvent[] = [];
  let isNews = false;
  let wake = () => {};
  const unsubscribe = subscribe(postId, (events) => {
    heard.push(...events);
    isNews = true;
    wake();
  });
  watchFeed();
  const stop = () => wake();
  options.signal.addEventListener("abort", stop);
  try {
    let fresh = await readEvents(user, postId, after);
    while (!options.signal.aborted) {
      for (const event of fresh) {
        after = event.id;
        yield event;
      }
      if (fresh.at(-1)?.type === "done") {
        const rest = await readRest(user, postId, after);
        if (rest.over) return;
        fresh = rest.events;
        if (fresh.length > 0) continue;
      }
      if (!isNews && !options.signal.aborted)
        await new Promise<void>((resolve) => (wake = resolve));
      isNews = false;
      fresh = heard.splice(0).filter(({ id }) => id > after);
      const known = after;
      const isNext = fresh.length > 0 && fresh.every(({ id }, index) => id === known + 1 + index);
      if (!isNext) fresh = await readEvents(user, postId, after);
    }
  } finally {
    unsubscribe();
    options.signal.removeEventListener("abort", stop);
  }
}
