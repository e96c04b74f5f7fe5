// `npm start`: refuses a wrong configuration before anything is served, then serves the build. In
// development mode there is no sign-in, so only this machine may connect.
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

const host = stdout.trim() === "production" ? [] : ["-H", "localhost"];
// A proxy in front keeps connections open; one that we close under it loses a request.
process.argv.push("start", "--keepAliveTimeout", "75000", ...host);
await import("next/dist/bin/next");
