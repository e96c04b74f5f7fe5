import type { Token } from "./open-scanner";

/** Entities that stand for ordinary signs of prose; no address can be spelled with them. */
const HARMLESS = /^&(?:lt|gt|amp|quot|apos|nbsp|mdash|ndash|hellip|copy|reg|trade|euro);/;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
const BEGUN = /^&[#\w]{0,33}$/;
const LITERAL = { length: 1, out: "&" };

/** Reads `&`. An entity is escaped, since a reader of Markdown decodes it and could find an address. */
export function scanAmpersand(text: string, at: number, ended: boolean): Token {
  const rest = text.slice(at, at + 36);
  if (BEGUN.test(rest) && rest.length < 36 && !ended) return null;
  if (HARMLESS.test(rest) || !ENTITY.test(rest)) return LITERAL;
  return { length: 1, out: "&amp;" };
}
