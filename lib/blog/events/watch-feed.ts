import "server-only";
import { asKeeper } from "../../db/as-keeper";
import { PACES } from "../../limits/paces";
import { log } from "../../logs/log";
import { shareInProcess } from "../../process/share-in-process";
import { announceEvents, listFollowed } from "./event-feed";

const NEWEST = "SELECT id, last_seq FROM posts WHERE id = ANY($1::uuid[])";

const watch = shareInProcess("feed-watch", (): { timer?: NodeJS.Timeout } => ({}));

/**
 * Watches the posts that are followed in this process while there are any: one question for all of
 * them, however many follow, and their followers read the table only when there is something to read.
 */
export function watchFeed(): void {
  if (watch.timer) return;
  watch.timer = setTimeout(async () => {
    await look().catch((error: unknown) =>
      log.warn({ err: error }, "Events could not be looked at"),
    );
    delete watch.timer;
    if (listFollowed().length > 0) watchFeed();
  }, PACES.feedLookMs);
}

async function look(): Promise<void> {
  const followed = listFollowed();
  if (followed.length === 0) return;
  const statement = { text: NEWEST, parameters: [`{${followed.join(",")}}`] };
  const [rows = []] = await asKeeper([statement]);
  for (const row of rows) announceEvents(String(row.id), Number(row.last_seq));
}
