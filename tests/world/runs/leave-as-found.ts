import { afterAll, beforeAll, vi } from "vitest";

const found = new Map<string, string | undefined>();

/** Vitest set-up: files of one process hand on its variables and its clock as they found them. */
beforeAll(() => {
  for (const name of Object.keys(process.env)) found.set(name, process.env[name]);
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) if (!found.has(name)) delete process.env[name];
  for (const [name, value] of found) process.env[name] = value;
});
