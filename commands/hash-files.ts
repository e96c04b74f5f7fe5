import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * A hash of the names and contents of files.
 *
 * @param sources files, and folders with everything in them; one that is missing counts as missing.
 * @param skips which files have no part in it, by their path.
 */
export function hashFiles(
  sources: string[],
  skips: (file: string) => boolean = () => false,
): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(listFiles)) {
    if (!skips(file)) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function listFiles(source: string): string[] {
  if (!existsSync(source)) return [];
  if (statSync(source).isFile()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
