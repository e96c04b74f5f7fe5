import type { z } from "zod";

/** What this browser has kept under a name, if it is of the schema; null without it, or without storage. */
export function readStored<Value>(name: string, schema: z.ZodType<Value>): Value | null {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(name) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps a value in this browser, so that a reload does not take it. */
export function store(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A browser without storage forgets it with the page.
  }
}

/** Forgets what was kept under a name. */
export function forgetStored(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // A browser without storage has nothing to forget.
  }
}
