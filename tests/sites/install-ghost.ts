import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runCommand } from "./run-command";

const GHOST = "ghost@6.65.0";
const TOOLS = ["node@22", "pnpm@12.21.0"];

/**
 * Ghost 6 of its package, installed by the package manager that its lock file is of: about twelve
 * minutes the first time. Gives its folder and the Node that it wants.
 */
export async function installGhost(folder: string): Promise<{ source: string; node: string }> {
  const tools = path.join(folder, "tools");
  const bin = path.join(tools, "node_modules/node/bin");
  const source = path.join(folder, "ghost-6.65");
  const found = { source, node: path.join(bin, "node") };
  if (existsSync(source)) return found;
  const fresh = `${source}.new`;
  mkdirSync(tools, { recursive: true });
  mkdirSync(fresh, { recursive: true });
  const quiet = ["--no-audit", "--no-fund", "--prefix", tools];
  await runCommand("npm", ["install", ...quiet, ...TOOLS]);
  await runCommand("npm", ["pack", "--silent", GHOST], { cwd: tools });
  const pack = path.join(tools, `${GHOST.replace("@", "-")}.tgz`);
  await runCommand("tar", ["xzf", pack, "-C", fresh, "--strip-components=1"]);
  forgetPackageManager(path.join(fresh, "package.json"));
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ""}` };
  const pnpm = path.join(tools, "node_modules/pnpm/pnpm");
  await runCommand(pnpm, ["install", "--prod", "--frozen-lockfile"], { cwd: fresh, env });
  renameSync(fresh, source);
  return found;
}

/** Which pnpm it wants to be installed by is another than this one, which does as well. */
function forgetPackageManager(file: string): void {
  const { packageManager: _, ...rest } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(rest, null, 2));
}
