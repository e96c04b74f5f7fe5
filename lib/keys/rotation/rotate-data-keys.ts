import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { PACES } from "../../limits/paces";
import { countDataKeys } from "./count-data-keys";
import { type Rotation, rotateBatch } from "./rotate-batch";

const FIRST = "00000000-0000-0000-0000-000000000000";
const MOST_WAITS = 300;

/** How many data keys a rotation has wrapped anew, and how many are left since no KEK opens them. */
export type RotationResult = { rotated: number; unreadable: number };

/**
 * Wraps every data key with the current KEK. May be killed and begun again at any time, and run by
 * several at once: what is done is done. It ends when no data key is left but those that cannot be
 * opened.
 *
 * @param onBatch told after each batch how many data keys have been wrapped so far.
 * @throws AppError `vault_unavailable`; Error when others hold rows for a minute.
 */
export async function rotateDataKeys(
  rotation: Rotation,
  onBatch: (rotated: number) => void,
): Promise<RotationResult> {
  let rotated = 0;
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    let unreadable = 0;
    let after: string | undefined = FIRST;
    while (after) {
      const batch = await rotateBatch(rotation, after);
      rotated += batch.rotated;
      unreadable += batch.unreadable;
      if (batch.rotated > 0) onBatch(rotated);
      after = batch.last;
    }
    if ((await countLeft(rotation)) <= unreadable) return { rotated, unreadable };
    await pause(PACES.rotationAgainMs);
  }
  throw new Error("Other transactions hold data keys. Run npm run keys:rotate again later.");
}

async function countLeft({ sql, ring }: Rotation): Promise<number> {
  const counts = await countDataKeys(sql, []);
  const old = counts.filter(({ kekId }) => kekId !== ring.currentVersion());
  return old.reduce((sum, { dataKeys }) => sum + dataKeys, 0);
}
