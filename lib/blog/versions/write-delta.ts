import "server-only";
import { isDeepStrictEqual } from "node:util";

/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * What makes one JSON value out of another. `keep` is how much of its beginning and of its end stays,
 * with new items or new text between the two.
 */
export type Delta =
  | { is: Json }
  | { keep: [number, number]; text: string }
  | { keep: [number, number]; items: Json[] }
  | { keep: [number, number]; changed: (Delta | null)[] }
  | { fields: Record<string, Delta>; gone?: string[] };

/** The delta that makes `to` out of `from`; null where they are the same. Linear in both. */
export function writeDelta(from: Json, to: Json): Delta | null {
  if (isDeepStrictEqual(from, to)) return null;
  if (typeof from === "string" && typeof to === "string") return writeText(from, to);
  if (Array.isArray(from) && Array.isArray(to)) return writeList(from, to);
  if (isRecord(from) && isRecord(to)) return writeFields(from, to);
  return { is: to };
}

/** An object, and none of the other values. */
export function isRecord(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function writeText(from: string, to: string): Delta {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  // Half a character is no text that a database takes.
  if (/[\ud800-\udbff]/.test(to[start - 1] ?? "")) start -= 1;
  if (/[\udc00-\udfff]/.test(to[to.length - end] ?? "")) end -= 1;
  return { keep: [start, end], text: to.slice(start, to.length - end) };
}

/** Items that stand in place of as many others are told by what differs in each. */
function writeList(from: Json[], to: Json[]): Delta {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && isDeepStrictEqual(from[start], to[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isDeepStrictEqual(from.at(-1 - end), to.at(-1 - end))) end += 1;
  const items = to.slice(start, to.length - end);
  if (from.length !== to.length) return { keep: [start, end], items };
  const changed = items.map((item, at) => writeDelta(from[start + at] ?? null, item));
  return { keep: [start, end], changed };
}

function writeFields(from: { [key: string]: Json }, to: { [key: string]: Json }): Delta {
  const fields: [string, Delta][] = [];
  for (const [key, value] of Object.entries(to)) {
    const delta = Object.hasOwn(from, key) ? writeDelta(from[key] ?? null, value) : { is: value };
    if (delta) fields.push([key, delta]);
  }
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  return { fields: Object.fromEntries(fields), ...(gone.length > 0 ? { gone } : {}) };
}
