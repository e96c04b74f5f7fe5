import "server-only";
import { start } from "workflow/api";
import { requireConfig } from "../../../config/config";
import { log } from "../../../logs/log";
import type { Ticket } from "../step-results";
import { startQueued } from "./start-queued";

/**
 * Lets a queued run begin as soon as its user's turn comes. Where functions serve it is looked after by
 * the engine until it is over; a server of one's own sweeps (`keep-runs.ts`).
 */
export async function beginRun({ user, postId }: Ticket): Promise<void> {
  await startQueued(user);
  if (requireConfig().platform !== "vercel") return;
  try {
    const { watchRun } = await import("./watch-run");
    await start(watchRun, [postId]);
  } catch (error) {
    log.error({ err: error, postId }, "A run is not looked after; the platform's clock finds it");
  }
}
