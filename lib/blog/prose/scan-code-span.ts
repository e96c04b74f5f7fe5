import { cleanCode } from "./clean-code";
import type { Token } from "./open-scanner";
import type { ProseContext } from "./prose-context";

const BACKTICKS = /`+/y;

/**
 * Reads what begins with a backtick: a code span that ends on its line, kept as it was written with
 * its citations behind it; or backticks that open nothing, escaped so that nobody else pairs them.
 */
export function scanCodeSpan({ text, at, ended, line, prose }: ProseContext): Token {
  BACKTICKS.lastIndex = at;
  const run = BACKTICKS.exec(text)?.[0] ?? "`";
  const from = at + run.length;
  const lineEnd = text.indexOf("\n", from);
  const rest = text.slice(from, lineEnd === -1 ? undefined : lineEnd);
  const end = findRun(rest, run.length);
  const mayGrow = lineEnd === -1 && !ended && (end === -1 || end + run.length === rest.length);
  if (mayGrow) return null;
  const literal = { length: run.length, out: "\\`".repeat(run.length) };
  if (end === -1) return literal;
  const code = rest.slice(0, end);
  const { text: clean, ids } = cleanCode(code, prose.known);
  const splitsCells = line.trimStart().startsWith("|") && /(?<!\\)\|/.test(code);
  if (splitsCells || /^`|`$/.test(clean) || findRun(clean, run.length) !== -1) return literal;
  const marks = ids.length > 0 ? prose.cite(ids) : "";
  const span = clean.trim() === "" ? "" : run + clean + run;
  return { length: run.length + end + run.length, out: span + marks };
}

/** Where the first run of exactly so many backticks begins, or -1. */
function findRun(text: string, length: number): number {
  for (const match of text.matchAll(/`+/g)) if (match[0].length === length) return match.index;
  return -1;
}
