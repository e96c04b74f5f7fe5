import "server-only";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { localFile } from "../../process/local-file";

const ROOT = localFile(".data");
const NAME = /^engine-(\d+)$/;

/**
 * The folder in which the local engine keeps the workflows of this process. Those of processes that
 * are gone are removed: runs are taken up from their checkpoints, never from these files.
 */
export function openEngineFolder(): string {
  mkdirSync(ROOT, { recursive: true });
  for (const name of readdirSync(ROOT)) {
    const [, pid] = NAME.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(localFile(".data", name), { recursive: true });
  }
  return localFile(".data", `engine-${process.pid}`);
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
