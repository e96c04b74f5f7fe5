/** How much of a text is escaped: nothing, what a reader of Markdown could take for markup, every sign. */
export type Escaping = "none" | "needed" | "all";

/** Where a text stands: what its whole block says, and what is around the text itself. */
export type TextPlace = {
  /** The text of the block, and whether it has marks besides. */
  block: BlockSigns;
  /** It begins a line. */
  begins: boolean;
  inCell: boolean;
  inLink: boolean;
};
/** Signs that mean something only where there are two of them. */
export type BlockSigns = { pairs: string; linked: boolean };

const MARK = /\[\^S\d{1,9}\.p\d{1,9}\]/y;
const PAIRING: ReadonlySet<string> = new Set("*_`~");
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** What a reader takes for another sign. */
export const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/iy;
/** What would be a link of its own elsewhere. */
const ADDRESS = /(?:https?|ftp):(?=\/\/)|www\.(?=[^\s.])|(?<=[\w.+-])@(?=[\w-]+\.)/giy;
/** What would make a heading, a list, a quotation, a rule, a fence or a table of a line. */
const BEGINS = /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=_*|:~`](?=[-=_*|:~` ]*$|[`~]{2})|\|)/;
const NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;

/** What of a block's text could pair with something: found once for all of its texts. */
export function readSigns(text: string, marks: ReadonlySet<string>): BlockSigns {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (!PAIRING.has(sign) || !isBesideWords(text, at)) continue;
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const pairs = [...PAIRING].filter((sign) => marks.has(sign) || (counts.get(sign) ?? 0) > 1);
  return { pairs: pairs.join(""), linked: text.includes("](") };
}

/** Words as Markdown. Marks of citations stay what they are. Linear in the text. */
export function escapeText(text: string, escaping: Escaping, place: TextPlace): string {
  const line = text.replace(/\n/g, " ");
  if (escaping === "none") return place.inCell ? line.replaceAll("|", "\\|") : line;
  let out = "";
  let at = 0;
  if (place.begins) [out, at] = escapeBeginning(line);
  while (at < line.length) {
    const mark = matchAt(MARK, line, at);
    const address = mark === "" ? matchAt(ADDRESS, line, at) : "";
    const sign = line.charAt(at);
    if (mark !== "") out += mark;
    else if (address !== "") out += `${address.slice(0, -1)}\\${address.slice(-1)}`;
    else if (escaping === "all" ? PUNCTUATION.test(sign) : isRisky(line, at, place))
      out += `\\${sign}`;
    else out += sign;
    at += (mark || address || sign).length;
  }
  return out;
}

function escapeBeginning(line: string): [out: string, at: number] {
  const [number, digits = "", stop = ""] = NUMBER.exec(line) ?? [];
  if (number !== undefined) return [`${digits}\\${stop}`, number.length];
  return BEGINS.test(line) ? [`\\${line.charAt(0)}`, 1] : ["", 0];
}

function isRisky(line: string, at: number, { block, inCell, inLink }: TextPlace): boolean {
  const sign = line.charAt(at);
  const next = line.charAt(at + 1);
  switch (sign) {
    case "\\":
      return next === "" || PUNCTUATION.test(next);
    case "*":
    case "~":
    case "_":
      return block.pairs.includes(sign) && isBesideWords(line, at);
    case "`":
      return block.pairs.includes(sign);
    case "[":
      return inLink || block.linked || next === "^" || at === 0;
    case "]":
      return inLink;
    case "<":
      return /[a-z/!?]/i.test(next);
    case "&":
      return matchAt(ENTITY, line, at) !== "";
    case "|":
      return inCell;
    default:
      return false;
  }
}

/** Stars between spaces and lines within a word mark nothing. */
function isBesideWords(line: string, at: number): boolean {
  const sign = line.charAt(at);
  const [before, after] = [line.charAt(at - 1), line.charAt(at + 1)];
  if (sign === "_") return !(/[\p{L}\p{N}_]/u.test(before) && /[\p{L}\p{N}_]/u.test(after));
  return !(/^\s$/.test(before) && /^\s$/.test(after));
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
