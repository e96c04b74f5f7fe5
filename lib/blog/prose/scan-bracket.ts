import type { Token } from "./open-scanner";
import type { ProseContext } from "./prose-context";

const ID = /S\d+\.p\d+/g;
const CITATION = /^\[\[([^[\]\n]{0,200})\]\]/;
const CITATION_BEGUN = /^\[(\[[^[\]\n]{0,200}\]?)?$/;
const ONLY_IDS = /^\s?S\d+\.p\d+(\s?[,;]?\s?S\d+\.p\d+){0,20}\s?$/;
const FOOTNOTE = /^\[\^([^[\]\n]{0,200})\]/;
const DESTINATION = /^\((?:[^()\n]|\([^()\n]*\)){0,1000}\)/;
const MOST_TEXT = 400;
const MOST_DESTINATION = 1_000;
const MOST = MOST_TEXT + MOST_DESTINATION + 2;
const LITERAL = { length: 1, out: "[" };

/** Reads what begins with `[`: a citation, a footnote of the model's own, a link, or a bracket. */
export function scanBracket(context: ProseContext): Token {
  const { text, at, ended, prose } = context;
  const rest = text.slice(at, at + MOST);
  if (CITATION_BEGUN.test(rest)) return ended ? dropBegun(context, rest) : null;
  const citation = CITATION.exec(rest);
  if (citation) return toMarks(context, citation);
  const footnote = FOOTNOTE.exec(rest);
  if (footnote) return readFootnote(context, footnote);
  const end = findClosing(rest);
  if (end === -1) return isOpenEnded(rest, MOST_TEXT) && !ended ? null : LITERAL;
  const inner = rest.slice(1, end);
  if (ONLY_IDS.test(inner)) return { length: end + 1, out: prose.cite(inner.match(ID) ?? []) };
  const destination = readDestination(rest.slice(end + 1), ended);
  if (destination === null) return null;
  if (destination === "") return LITERAL;
  return { length: end + 1 + destination.length, out: prose.readInner(inner) };
}

/** Reads what begins with `!`: an image, which is removed whole, or a mark of exclamation. */
export function scanExclamation({ text, at, ended }: ProseContext): Token {
  const rest = text.slice(at + 1, at + 1 + MOST);
  const plain = { length: 1, out: "!" };
  if (rest === "" || CITATION_BEGUN.test(rest)) return ended ? plain : null;
  if (!rest.startsWith("[") || CITATION.test(rest)) return plain;
  const end = findClosing(rest);
  if (end === -1) return isOpenEnded(rest, MOST_TEXT) && !ended ? null : plain;
  const destination = readDestination(rest.slice(end + 1), ended);
  if (destination === null) return null;
  return destination === "" ? plain : { length: 1 + end + 1 + destination.length, out: "" };
}

/** A citation that the end of the text cuts off is none: its id may be cut as well. */
function dropBegun({ prose }: ProseContext, rest: string): Token {
  if (!rest.startsWith("[[")) return LITERAL;
  prose.cite([]);
  return { length: rest.length, out: "" };
}

function toMarks({ prose }: ProseContext, match: RegExpExecArray): NonNullable<Token> {
  return { length: match[0].length, out: prose.cite(match[1]?.match(ID) ?? []) };
}

/** A footnote's definition stands at the beginning of a line, and loses its colon too. */
function readFootnote(context: ProseContext, match: RegExpExecArray): Token {
  const { text, at, ended, line } = context;
  const next = text[at + match[0].length];
  const starts = line.trim() === "";
  if (starts && next === undefined && !ended) return null;
  const length = match[0].length + (starts && next === ":" ? 1 : 0);
  return { ...toMarks(context, match), length };
}

/** `(…)` behind a link's text; empty when there is none, null when more must be seen. */
function readDestination(rest: string, ended: boolean): string | null {
  if (rest === "" && !ended) return null;
  if (!rest.startsWith("(")) return "";
  const destination = DESTINATION.exec(rest)?.[0];
  if (destination !== undefined) return destination;
  const mayEnd = !rest.includes("\n") && rest.length < MOST_DESTINATION && !ended;
  return mayEnd ? null : "";
}

/** Where the bracket that opens `text` is closed, within a paragraph and a length; or -1. */
function findClosing(text: string): number {
  let depth = 0;
  for (let index = 0; index < Math.min(text.length, MOST_TEXT); index += 1) {
    const character = text[index];
    if (character === "\n" && text[index + 1] === "\n") return -1;
    if (character === "[") depth += 1;
    if (character === "]") depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

/** True when more text could still close what `text` opens. */
function isOpenEnded(text: string, most: number): boolean {
  return text.length < most && !text.includes("\n\n");
}
