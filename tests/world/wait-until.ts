import { setTimeout as pause } from "node:timers/promises";
import { PATIENCE_MS } from "./patience";

/** Asks again until the answer is there. @throws Error, naming what was waited for. */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer) return answer;
    await pause(50);
  }
  throw new Error(`Waited in vain for ${what}`);
}
