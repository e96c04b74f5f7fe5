/**
 * `npm run keys:rotate`: wraps every data key with the current key-encryption key, and proves it.
 * `npm run keys:rotate -- --user ID`: a new data key for one user, under which their secrets are sealed again.
 */
import { parseArgs } from "node:util";
import { mintUserId } from "@/lib/auth/user-id";
import { closePool } from "@/lib/db/connect";
import { countDataKeys } from "@/lib/keys/rotation/count-data-keys";
import { rotateDataKeys } from "@/lib/keys/rotation/rotate-data-keys";
import { rotateUserKey } from "@/lib/keys/rotation/rotate-user-key";
import { openRotation } from "./open-rotation";

const { user } = parseArgs({ options: { user: { type: "string" } } }).values;
const rotation = await openRotation();
const current = rotation.ring.currentVersion();
try {
  if (user) await rotateOne(user);
  else await rotateAll();
} catch (error) {
  console.error("Not all was rotated:", error instanceof Error ? error.message : error);
  console.error("Nothing is lost. Run it again to go on.");
  process.exitCode = 1;
} finally {
  await rotation.close();
}

async function rotateAll(): Promise<void> {
  const say = (count: number) => console.log(`${count} wrapped with ${current} so far`);
  const { unreadable } = await rotateDataKeys(rotation, say);
  for (const { kekId, dataKeys } of await countDataKeys(rotation.sql, rotation.ring.versions()))
    console.log(`${dataKeys} data keys ${kekId === current ? "on" : "left on"} ${kekId}`);
  if (unreadable === 0) return;
  console.error(`${unreadable} cannot be opened: their owners must enter their keys again.`);
  process.exitCode = 1;
}

async function rotateOne(id: string): Promise<void> {
  const secrets = await rotateUserKey(mintUserId(id));
  await closePool();
  console.log(`A new data key was made, and ${secrets} secrets are sealed under it.`);
}
