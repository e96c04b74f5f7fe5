import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const CACHE = resolve(import.meta.dirname, "../../.data/cache/clerk");

/**
 * The scripts Clerk serves to browsers, pinned by hash. They are bundles without dependencies, but
 * as npm dependencies they would bring 900 packages (wallets, React Native), so only the two
 * tarballs are fetched, once, as Playwright does with its browsers.
 */
const PACKAGES = [
  {
    name: "@clerk/clerk-js",
    version: "6.40.0",
    tarball: "clerk-clerk-js-6.40.0.tgz",
    sha512:
      "2MnZ/ygvuCmeuqfXQmsxfQaLN/SSJvQbtT2cLXbgr5VKr3KmZFZBVvX977fG3eZ6pprl4J9pO+I2bbe6BvColg==",
  },
  {
    name: "@clerk/ui",
    version: "1.34.0",
    tarball: "clerk-ui-1.34.0.tgz",
    sha512:
      "EP6Wcf+iqV5hJRMjfmVSOb7wWEgt2DuUOnR3Yv/ULPdmGgGWa64oc4tB4VfD66z8nXgtXqHEXNNnGURAOfQ7vQ==",
  },
] as const;

type BrowserPackage = (typeof PACKAGES)[number];

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function fetchPackage(spec: BrowserPackage, target: string): Promise<void> {
  const workspace = `${target}.${process.pid}`;
  await mkdir(workspace, { recursive: true });
  const packArguments = ["pack", `${spec.name}@${spec.version}`, "--silent", "--prefer-offline"];
  await run("npm", packArguments, { cwd: workspace });
  const tarball = join(workspace, spec.tarball);
  const hash = createHash("sha512")
    .update(await readFile(tarball))
    .digest("base64");
  if (hash !== spec.sha512) throw new Error(`${spec.name}@${spec.version} has an unexpected hash`);
  await run("tar", ["-xzf", tarball, "-C", workspace]);
  if (!(await exists(target))) await rename(join(workspace, "package", "dist"), target);
  await rm(workspace, { recursive: true, force: true });
}

/**
 * Makes sure that both packages are on disk.
 * @returns the folder of each package's browser files, by package name.
 * @throws if a package is missing and the registry cannot be reached, or its hash differs.
 */
export async function prepareBrowserScripts(): Promise<ReadonlyMap<string, string>> {
  await mkdir(CACHE, { recursive: true });
  const folders = new Map<string, string>();
  for (const spec of PACKAGES) {
    const target = join(CACHE, spec.tarball.replace(".tgz", ""));
    if (!(await exists(target))) await fetchPackage(spec, target);
    folders.set(spec.name, target);
  }
  return folders;
}
