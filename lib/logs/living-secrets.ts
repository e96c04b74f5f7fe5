import { shareInProcess } from "../process/share-in-process";

/** Shorter values are not guarded: they would redact ordinary words. Also the width of the index. */
const WIDTH = 8;

/** Guarded values by their first characters, each with the number of its living holders. */
const living = shareInProcess("living-secrets", () => new Map<string, Map<string, number>>());
const released = new FinalizationRegistry<string>(forget);

/** Guards `value`, plain and URL-encoded, as long as `owner` is alive. */
export function guardValue(owner: object, value: string): void {
  if (value.length < WIDTH) return;
  for (const form of new Set([value, encodeURIComponent(value)])) {
    const group = living.get(form.slice(0, WIDTH)) ?? new Map<string, number>();
    living.set(form.slice(0, WIDTH), group.set(form, (group.get(form) ?? 0) + 1));
    released.register(owner, form);
  }
}

/**
 * Replaces every guarded value, the longest where several begin alike. One pass over the text: its
 * cost does not grow with the number of secrets.
 */
export function hideLivingSecrets(text: string, mark: string): string {
  if (living.size === 0) return text;
  let clean = "";
  let from = 0;
  for (let at = 0; at + WIDTH <= text.length; at += 1) {
    const length = longestAt(text, at);
    if (length === 0) continue;
    clean += text.slice(from, at) + mark;
    from = at + length;
    at = from - 1;
  }
  return clean + text.slice(from);
}

function longestAt(text: string, at: number): number {
  let longest = 0;
  for (const form of living.get(text.slice(at, at + WIDTH))?.keys() ?? [])
    if (form.length > longest && text.startsWith(form, at)) longest = form.length;
  return longest;
}

function forget(form: string): void {
  const group = living.get(form.slice(0, WIDTH));
  const holders = (group?.get(form) ?? 0) - 1;
  if (holders > 0) group?.set(form, holders);
  else group?.delete(form);
  if (group?.size === 0) living.delete(form.slice(0, WIDTH));
}
