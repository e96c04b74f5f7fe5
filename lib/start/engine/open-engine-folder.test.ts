import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";

test("the folders of processes that are gone are removed, a living one's stays", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "alwrity-engine-"));
  const make = (pid: number) => {
    const made = path.join(folder, `.data/engine-${pid}`);
    mkdirSync(path.join(made, "runs"), { recursive: true });
    return made;
  };
  const [gone, living, own] = [make(2 ** 22 + 1), make(process.ppid), make(process.pid)];
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  const { openEngineFolder } = await import("./open-engine-folder");
  expect(openEngineFolder()).toBe(own);
  expect([gone, living, own].map((made) => existsSync(made))).toEqual([false, true, false]);
  rmSync(folder, { recursive: true });
});
