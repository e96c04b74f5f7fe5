// `npm start`, in this folder and in one that was shipped (commands/ship.ts): refuses a wrong
// configuration before anything is served, then serves the build. In development mode there is no
// sign-in, so only this machine may connect. A signal ends it in good order (lib/start/shut-down.ts);
// one that has ended npm, which passes none on, counts as well.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

// Here the build has the check beside it, as one file that is read in a tenth of the time.
const FOLDERS = [".", ".next/standalone"];
const built = FOLDERS.map((folder) => `${folder}/commands/check-config.mjs`).find(existsSync);
const check = built
  ? [built]
  : ["--conditions=react-server", "--import", "tsx", "commands/check-config.ts"];
const { status, stdout } = spawnSync(process.execPath, [...check, "--chosen"], {
  stdio: ["ignore", "pipe", "inherit"],
  encoding: "utf8",
});
if (status !== 0) process.exit(1);

const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, 500).unref();

// What `next start` does, with the configuration that the build was made with.
const { config } = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"));
Object.assign(process.env, {
  NODE_ENV: "production",
  NEXT_RUNTIME: "nodejs",
  NEXT_MANUAL_SIG_HANDLE: "true",
  __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config),
});
const require = createRequire(path.resolve("package.json"));
require("next");
const { startServer } = require("next/dist/server/lib/start-server");
await startServer({
  dir: process.cwd(),
  isDev: false,
  config,
  hostname: stdout.trim() === "production" ? undefined : "localhost",
  port: Number(process.env.PORT) || 3000,
  allowRetry: false,
  // A proxy in front keeps connections open; one that we close under it loses a request.
  keepAliveTimeout: 75_000,
});
