import { setTimeout as pause } from "node:timers/promises";
import { PATIENCE_MS } from "./patience";

/** How long to wait before asking again, in ms: at first often, then so that no user's minute is used up. */
const PAUSE_MS = { first: 50, most: 500, times: 1.2 };

/** Asks again until the answer is there. @throws Error, naming what was waited for. */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  const { first, most, times } = PAUSE_MS;
  for (let wait = first; Date.now() < deadline; wait = Math.min(most, wait * times)) {
    const answer = await ask();
    if (answer) return answer;
    await pause(wait);
  }
  throw new Error(`Waited in vain for ${what}`);
}
