/** `npm run keys:status`: how many data keys each key-encryption key (KEK) has wrapped, and which may go. */
import { countDataKeys } from "@/lib/keys/rotation/count-data-keys";
import { openRotation } from "./open-rotation";

const { ring, sql, close } = await openRotation();
const held = ring.versions();
try {
  const counts = await countDataKeys(sql, held);
  for (const { kekId, dataKeys } of counts)
    console.log(
      `${kekId.padEnd(16)}${String(dataKeys).padStart(8)} data keys${judge(kekId, dataKeys)}`,
    );
} finally {
  await close();
}

function judge(kekId: string, dataKeys: number): string {
  if (!held.includes(kekId))
    return "  NOT IN THE RING: set its KEK_ variable, or nobody opens these";
  if (kekId === ring.currentVersion()) return "  current";
  return dataKeys > 0 ? "  run npm run keys:rotate" : "  may be removed";
}
