import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { timeLimit } from "./time-limit";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

test("a time limit inside a joined signal outlives garbage collection", async () => {
  const caller = new AbortController();
  const fired = new Promise<unknown>((resolve) => {
    const joined = AbortSignal.any([caller.signal, timeLimit(200)]);
    joined.addEventListener("abort", () => resolve(joined.reason));
  });
  for (let round = 0; round < 10; round += 1) {
    await pause(5);
    collectGarbage();
  }
  expect(await fired).toMatchObject({ name: "TimeoutError" });
});

test("no file of the product joins a limit that could be collected", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => /(?<!\.test)\.ts$/.test(file) && file !== "time-limit.ts");
  expect(sources.length).toBeGreaterThan(100);
  const using = sources.filter((file) =>
    readFileSync(`lib/${file}`, "utf8").includes("AbortSignal.timeout("),
  );
  expect(using).toEqual([]);
});
