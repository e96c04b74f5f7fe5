import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

const FILE = path.join(".data", "demo.json");
const note = z.object({ pid: z.number(), sandboxUrl: z.string() });

/** Ends a demo that is still running in this folder, such as one whose npm was killed, and takes its place. */
export async function replaceEarlierDemo(sandboxUrl: string): Promise<void> {
  const earlier = existsSync(FILE)
    ? note.safeParse(JSON.parse(readFileSync(FILE, "utf8")))
    : undefined;
  if (earlier?.success && (await isAlive(earlier.data.sandboxUrl))) {
    process.kill(earlier.data.pid, "SIGTERM");
    await waitForEnd(earlier.data.pid);
  }
  mkdirSync(".data", { recursive: true });
  writeFileSync(FILE, JSON.stringify({ pid: process.pid, sandboxUrl }));
}

/** Half a minute at the most: its database writes down what it holds. */
async function waitForEnd(pid: number): Promise<void> {
  for (let attempt = 0; attempt < 300 && isRunning(pid); attempt += 1) await pause(100);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function isAlive(sandboxUrl: string): Promise<boolean> {
  return fetch(`${sandboxUrl}/_health`).then(
    ({ ok }) => ok,
    () => false,
  );
}
