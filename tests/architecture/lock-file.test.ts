import { readFileSync } from "node:fs";
import { satisfies } from "semver";
import { expect, test } from "vitest";
import { z } from "zod";

const names = z.record(z.string(), z.string()).default({});
const locked = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  libc: z.array(z.string()).optional(),
  optional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: names,
  optionalDependencies: names,
  engines: z.object({ node: z.string().optional() }).catch({}).default({}),
});
const lockFile = z.object({ packages: z.record(z.string(), locked) });
const manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()) });
type Locked = z.infer<typeof locked>;

/** The oldest Node of every line that `engines` of package.json lets in and that is still kept up. */
const NODES = ["20.19.0", "22.12.0", "24.0.0"];

const { packages } = lockFile.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const { allowScripts } = manifest.parse(JSON.parse(readFileSync("package.json", "utf8")));
const installed = Object.entries(packages).filter(([at]) => at !== "");

/** Whether Node would find the package from a folder: beside it, or beside one of those around it. */
function isFound(from: string, name: string): boolean {
  const at = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (packages[at]) return true;
  return (
    from !== "" && isFound(from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))), name)
  );
}

function listMissing([at, { dependencies, optionalDependencies }]: [string, Locked]): string[] {
  const wanted = Object.keys({ ...dependencies, ...optionalDependencies });
  return wanted.filter((name) => !isFound(at, name)).map((name) => `${at} wants ${name}`);
}

/** `npm ci` of npm 11 refuses a lock file without the packages of the other platforms. */
test("the lock file holds every package of every platform; npm run lock puts missing ones in", () => {
  expect(Object.entries(packages).flatMap(listMissing)).toEqual([]);
  for (const system of ["darwin-arm64", "linux-x64-gnu", "win32-x64-msvc"]) {
    expect(packages).toHaveProperty([`node_modules/@next/swc-${system}`]);
  }
});

test("the lock file names packages by their hash and no registry they came from", () => {
  expect(installed.filter(([, { integrity }]) => !integrity).map(([at]) => at)).toEqual([]);
  expect(installed.filter(([, { resolved }]) => resolved).map(([at]) => at)).toEqual([]);
});

/** npm 10 takes the field out whenever it writes the file, so `npm install` would leave a change behind. */
test("the lock file is written as npm 10 and npm 11 both would; npm run lock writes it so", () => {
  expect(installed.filter(([, { libc }]) => libc).map(([at]) => at)).toEqual([]);
});

test("every package with an install script is allowed or denied by name", () => {
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
  const undecided = scripted.map(([at]) => at.slice(at.lastIndexOf("node_modules/") + 13));
  expect(undecided.filter((name) => !(name in allowScripts))).toEqual([]);
});

test("no package asks for a newer Node than the product does", () => {
  const refusing = installed.filter(
    ([, { engines, optional }]) =>
      !optional && NODES.some((node) => !satisfies(node, engines.node ?? "*")),
  );
  expect(refusing.map(([at, { engines }]) => `${at} wants ${engines.node}`)).toEqual([]);
});
