import "server-only";
import { type Delta, isRecord, type Json } from "./write-delta";

/**
 * The value that a delta makes out of the one it was written against.
 *
 * @throws Error for a delta of another kind of value.
 */
export function readDelta(from: Json, delta: Delta): Json {
  if ("is" in delta) return delta.is;
  if ("text" in delta && typeof from === "string")
    return from.slice(0, delta.keep[0]) + delta.text + from.slice(from.length - delta.keep[1]);
  if ("items" in delta && Array.isArray(from)) return replaceItems(from, delta.keep, delta.items);
  if ("changed" in delta && Array.isArray(from))
    return changeItems(from, delta.keep, delta.changed);
  if ("fields" in delta && isRecord(from)) return changeFields(from, delta);
  throw new Error("A delta does not fit the version that it was written against.");
}

function replaceItems(from: Json[], [start, end]: [number, number], items: Json[]): Json[] {
  return [...from.slice(0, start), ...items, ...from.slice(from.length - end)];
}

function changeItems(from: Json[], keep: [number, number], changed: (Delta | null)[]): Json[] {
  const old = from.slice(keep[0], from.length - keep[1]);
  const items = old.map((item, at) => {
    const delta = changed[at];
    return delta ? readDelta(item, delta) : item;
  });
  return replaceItems(from, keep, items);
}

function changeFields(
  from: { [key: string]: Json },
  { fields, gone = [] }: Extract<Delta, { fields: unknown }>,
): Json {
  const kept = Object.entries(from).filter(([key]) => !gone.includes(key));
  const changed = Object.entries(fields).map(([key, delta]) => [
    key,
    readDelta(from[key] ?? null, delta),
  ]);
  return Object.fromEntries([...kept, ...changed]);
}
