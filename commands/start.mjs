// `npm start`: refuses a wrong configuration before anything is served, then serves the build. In
// development mode there is no sign-in, so only this machine may connect. A signal ends it in good
// order (lib/start/shut-down.ts); one that has ended npm, which passes none on, counts as well.
import { spawnSync } from "node:child_process";

const check = [
  "--conditions=react-server",
  "--import",
  "tsx",
  "commands/check-config.ts",
  "--chosen",
];
const { status, stdout } = spawnSync(process.execPath, check, {
  stdio: ["ignore", "pipe", "inherit"],
  encoding: "utf8",
});
if (status !== 0) process.exit(1);

process.env.NEXT_MANUAL_SIG_HANDLE = "true";
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, 500).unref();
const host = stdout.trim() === "production" ? [] : ["-H", "localhost"];
// A proxy in front keeps connections open; one that we close under it loses a request.
process.argv.push("start", "--keepAliveTimeout", "75000", ...host);
await import("next/dist/bin/next");
