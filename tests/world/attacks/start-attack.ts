import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** What one hostile user does to a server, by a process of its own. */
export type Attack = {
  url: string;
  token: string;
  kinds: ("streams" | "bodies" | "calls")[];
  /** Streams, or calls, a second; 0 is as fast as they are answered. */
  perSecond: number;
  /** Slow bodies, or calls, at once. */
  atOnce: number;
  /** Of the streams. */
  paths: string[];
  calls: { method: string; path: string; body?: unknown }[];
};

/** Begins it. @returns how to end it, which tells how many answers had which status. */
export function startAttack(attack: Attack): () => Promise<Record<string, number>> {
  const command = ["--import", "tsx", "tests/world/attacks/attacker.ts"];
  const child = spawn(process.execPath, command, { stdio: ["pipe", "pipe", "inherit"] });
  // Not as an argument: thousands of bodies are more than the system takes there.
  child.stdin.end(JSON.stringify(attack));
  const said = text(child.stdout);
  const gone = once(child, "exit");
  return async () => {
    child.kill("SIGTERM");
    await gone;
    return JSON.parse((await said) || "{}");
  };
}
