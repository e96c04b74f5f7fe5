import { shareInProcess } from "../share-in-process";

/** Values that must never be printed, with the number of their living holders. */
const living = shareInProcess("living-secrets", () => new Map<string, number>());
const released = new FinalizationRegistry<string>(forget);

/** What a key looks like, for those that no living `Secret` holds. */
const PATTERNS = [
  /AIza[\w-]{10,}/g,
  /AQ\.[\w.-]{10,}/g,
  /ck_pub(?:lic)?_[\w-]+/g,
  /([?&](?:key|api_key|apikey|token)=)[^&\s"']+/gi,
  /((?:x-goog-api-key|x-api-key|authorization)["']?\s*[:=,]\s*["']?(?:Bearer )?)[^\s"',}]+/gi,
];

/** Redacts `value` from every line as long as `owner` is alive. */
export function guardValue(owner: object, value: string): void {
  if (value.length < 8) return;
  living.set(value, (living.get(value) ?? 0) + 1);
  released.register(owner, value);
}

/** Replaces known secrets, plain or URL-encoded, and whatever looks like one. */
export function redact(text: string): string {
  let clean = text;
  for (const value of living.keys()) {
    clean = clean.replaceAll(value, "[secret]");
    clean = clean.replaceAll(encodeURIComponent(value), "[secret]");
  }
  return PATTERNS.reduce((line, pattern) => line.replace(pattern, replacement), clean);
}

function replacement(_match: string, prefix: unknown): string {
  return typeof prefix === "string" ? `${prefix}[secret]` : "[secret]";
}

function forget(value: string): void {
  const holders = (living.get(value) ?? 0) - 1;
  if (holders > 0) living.set(value, holders);
  else living.delete(value);
}
