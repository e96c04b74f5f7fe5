/** `npm run lock`: completes the lock file after a dependency was added, and writes it as every npm would. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const LOCK = "package-lock.json";

/** npm 10 takes `libc` out whenever it writes the file, npm 11 puts it in: without it both leave it alone. */
function withoutLibc(text: string): string {
  const kept = (key: string, value: unknown) => (key === "libc" ? undefined : value);
  return `${JSON.stringify(JSON.parse(text), kept, 2)}\n`;
}

const flags = ["install", "--package-lock-only", "--ignore-scripts"];
const { status } = spawnSync("npm", flags, { stdio: "inherit" });
if (status === 0) writeFileSync(LOCK, withoutLibc(readFileSync(LOCK, "utf8")));
process.exit(status ?? 1);
