import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EXA_SCENARIOS, GEMINI_SCENARIOS } from "./scenario/registry";

test("the README names every scenario, and none that there is not", () => {
  const readme = readFileSync(path.join(import.meta.dirname, "README.md"), "utf8");
  const rows = readme
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (kind|---)/.test(line));
  const named = rows.flatMap((row) =>
    [...row.matchAll(/`([a-z0-9-]+)(?::[A-Z]+)?`/g)].map(([, name]) => name),
  );
  const known = { ...GEMINI_SCENARIOS, ...EXA_SCENARIOS };
  expect(Object.keys(known).filter((name) => !named.includes(name))).toEqual([]);
  expect(named.filter((name) => !(name && name in known))).toEqual([]);
});
