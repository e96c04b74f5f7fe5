import {
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What a fresh clone has not, or what a running product does not need. */
const LEFT_OUT = new Set([".git", ".next", ".data", ".env.local", ".swc", "docs", "node_modules"]);
/** What a build was made from and how, which nobody serves. */
const NOT_SERVED = new Set(["cache", "dev", "trace"].map((name) => path.join(".next", name)));

/** A fresh clone of the project with its build, its packages installed: they are the same files, linked. */
export function cloneProject(): string {
  const folder = mkdtempSync(path.join(findRoom(), "alwrity-clone-"));
  for (const name of readdirSync(".").filter((one) => !LEFT_OUT.has(one)))
    cpSync(name, path.join(folder, name), { recursive: true });
  const filter = (from: string) => !NOT_SERVED.has(from);
  cpSync(".next", path.join(folder, ".next"), { recursive: true, filter });
  linkFolder(path.resolve("node_modules"), path.join(folder, "node_modules"));
  // The database of a machine's root runs as another user, who must get through.
  chmodSync(folder, 0o755);
  return folder;
}

/** Files can be linked within one file system only. */
function findRoom(): string {
  return statSync(tmpdir()).dev === statSync(".").dev ? tmpdir() : path.resolve("..");
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
    else linkSync(source, target);
  }
}
