import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openKeyRing } from "../key-ring";
import { readDevelopmentKek } from "./development-kek";
import { parseKek } from "./parse-kek";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "alwrity-kek-"));
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  for (const name of ["DEPLOY_ENV", "VERCEL", "RENDER", "KEK_CURRENT"]) vi.stubEnv(name, undefined);
  vi.stubEnv("DEBUG", "true");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("the KEK of development is made once, for its owner's eyes, and nothing lies beside it", () => {
  const made = readDevelopmentKek();
  expect(parseKek(made)).toMatchObject({ kind: "local" });
  expect(readDevelopmentKek()).toBe(made);
  const file = path.join(folder, ".data/kek");
  expect(readFileSync(file, "utf8")).toBe(made);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file))).toEqual(["kek"]);
});

test("without KEK_CURRENT its ring has that one KEK, and opens after a restart what it has wrapped", async () => {
  const ring = openKeyRing();
  expect([ring.currentVersion(), ring.versions()]).toEqual(["development", ["development"]]);
  const dataKey = Uint8Array.from({ length: 32 }, (_, at) => at);
  const wrapped = await ring.wrap(dataKey, ["a"]);
  expect(Uint8Array.from(await openKeyRing().unwrap(wrapped, ["a"]))).toEqual(dataKey);
});

test.each([
  { DEPLOY_ENV: "self-hosted", DEBUG: "" },
  { VERCEL: "1", DEBUG: "" },
  { DEPLOY_ENV: "elsewhere", DEBUG: "" },
])("a hosted site never makes a KEK by itself: %o", (env) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  expect(() => readDevelopmentKek()).toThrow("KEK_CURRENT is not set");
  expect(readdirSync(folder)).toEqual([]);
});
