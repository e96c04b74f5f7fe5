import { hideLivingSecrets } from "./living-secrets";

const MARK = "[secret]";
/** What a key looks like, for those that no living `Secret` holds. */
const PATTERNS = [
  /AIza[\w-]{10,}/g,
  /AQ\.[\w.-]{10,}/g,
  /ck_pub(?:lic)?_[\w-]+/g,
  /([?&](?:key|api_key|apikey|token)=)[^&\s"']+/gi,
  /((?:x-goog-api-key|x-api-key|authorization)\\*["']?\s*[:=,]\s*\\*["']?(?:(?:Bearer|Basic) )?)[^\s"'\\,}]+/gi,
];

/** Replaces known secrets, plain or URL-encoded, and whatever looks like one. */
export function redact(text: string): string {
  const clean = hideLivingSecrets(text, MARK);
  return PATTERNS.reduce((line, pattern) => line.replace(pattern, replacement), clean);
}

function replacement(_match: string, prefix: unknown): string {
  return typeof prefix === "string" ? `${prefix}${MARK}` : MARK;
}
