import { cleanWords } from "./clean-words";
import { openFenceReader } from "./open-fence-reader";
import { openScanner, type Scanner, type Token } from "./open-scanner";
import type { ProseContext } from "./prose-context";
import { scanAmpersand } from "./scan-ampersand";
import { scanAngle } from "./scan-angle";
import { scanBracket, scanExclamation } from "./scan-bracket";
import { scanCodeSpan } from "./scan-code-span";
import { TIGHT } from "./tight-marks";

/** Runs of text in which nothing begins. */
const PLAIN = /[^`<[\]!\\\n:(#=&]+/y;
/** What may stand before a heading on its line: quotations and list markers. */
const CONTAINERS = /^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*$/;
/** A mark that stands behind a word, so that a colon after it defines no footnote. */
const MARK_IN_LINE = /\p{L}.*\[\^S\d+\.p\d+\]$/u;

/** How much of the present line is remembered, in characters. */
const MOST_LINE = 400;
/** The signs of a heading. */
const HEADING_SIGN = /#+|=/y;

/** A scanner of Markdown that counts the citations it had to drop. */
export type ProseScanner = Scanner & { dropped: () => number };

/**
 * Opens a scanner of a model's Markdown. Citations of known passages become marks, behind a word
 * with the sign that `scanTight` knows; links become
 * their text; images, HTML, the model's own footnotes and top headings are removed; code stays as
 * it was written. What could be read in another way elsewhere is escaped, so that every reader of
 * Markdown sees code exactly where this scanner saw it.
 */
export function openProseScanner(known: ReadonlySet<string>): ProseScanner {
  let line = "";
  let dropped = 0;
  const cite = (ids: string[]) => {
    const good = ids.filter((id) => known.has(id));
    dropped += Math.max(1, ids.length) - good.length;
    return good.map((id) => `[^${id}]`).join("");
  };
  /** Behind a word a mark is tight; at the beginning of a line or an item the blank makes the item. */
  const citeTight = (ids: string[]) => {
    const marks = cite(ids);
    const isBehind = /[ \t]$/.test(line) && !CONTAINERS.test(cleanWords(line, known));
    return marks !== "" && isBehind ? TIGHT + marks : marks;
  };
  const readInner = (text: string) => {
    const inner = openProseScanner(known);
    const out = inner.push(text) + inner.end();
    dropped += inner.dropped();
    return out;
  };
  const prose = { known, cite: citeTight, readInner };
  const fences = openFenceReader(known, (ids) => (ids.length > 0 ? cite(ids) : ""));
  const read = (text: string, at: number, ended: boolean): Token => {
    if (fences.isOpen()) return fences.line(text, at, ended);
    const opening = line === "" ? fences.open(text, at, ended) : undefined;
    return opening === undefined ? scanMarkdown({ text, at, ended, line, prose }) : opening;
  };
  const scanner = openScanner((text, at, ended) => {
    const token = read(text, at, ended);
    if (!token) return null;
    const out = keepApart(line, token.out);
    line = keepTail(line + out);
    return { length: token.length, out };
  });
  return {
    push: scanner.push,
    end: () => scanner.end() + fences.close(),
    dropped: () => dropped,
  };
}

function scanMarkdown(context: ProseContext): Token {
  const { text, at, ended } = context;
  const character = text.charAt(at);
  if (character === "`") return scanCodeSpan(context);
  if (character === "<") return scanAngle(text, at, ended);
  if (character === "[") return scanBracket(context);
  if (character === "!") return scanExclamation(context);
  if (character === "\\") return scanBackslash(text[at + 1], ended);
  if (character === "&") return scanAmpersand(text, at, ended);
  if (character === "#" || character === "=") return scanHeading(context);
  PLAIN.lastIndex = at;
  const out = PLAIN.exec(text)?.[0] ?? character;
  return { length: out.length, out };
}

/** Sections stand below the headings of the post: `#` and `##` become `###`, `===` underlines none. */
function scanHeading({ text, at, ended, line, prose }: ProseContext): Token {
  HEADING_SIGN.lastIndex = at;
  const [run = "#"] = HEADING_SIGN.exec(text) ?? [];
  const next = text[at + run.length];
  if (next === undefined && !ended) return null;
  const asWritten = { length: run.length, out: run };
  if (run.length > 2 || !CONTAINERS.test(cleanWords(line, prose.known))) return asWritten;
  if (run === "=") return { length: 1, out: "\\=" };
  return next === undefined || /\s/.test(next) ? { length: run.length, out: "###" } : asWritten;
}

/** An escaped backtick opens no code, an escaped backslash escapes nothing, and no sign of an address is hidden. */
function scanBackslash(next: string | undefined, ended: boolean): Token {
  if (next === undefined) return ended ? { length: 1, out: "\\" } : null;
  if (/[:/.@&]/.test(next)) return { length: 1, out: "" };
  return next === "`" || next === "\\" ? { length: 2, out: `\\${next}` } : { length: 1, out: "\\" };
}

/** The present line; of a long one only its end, behind a word, so that it is not taken for a short one. */
function keepTail(written: string): string {
  const line = written.slice(written.lastIndexOf("\n") + 1);
  return line.length > MOST_LINE ? `x${line.slice(-MOST_LINE)}` : line;
}

/** What was taken out between two pieces must not join them to a link, a definition or code. */
function keepApart(line: string, out: string): string {
  const [last, first] = [line.at(-1), out[0]];
  const joins =
    (last === "]" && first === "(") ||
    (last === "]" && first === ":" && !MARK_IN_LINE.test(line)) ||
    ((last === "`" || last === "\\") && first === "`");
  return joins ? ` ${out}` : out;
}
