import { compareWords } from "@/app/_ui/compare-words";
import { MARK } from "@/lib/blog/citations/citation-marks";
import { readAsShown } from "@/lib/markdown/read-as-shown";

/** A stretch of words, or one mark of a citation. */
type Piece = { text: string } | { passageId: string };
/** What both texts say, or one of them alone. */
export type Part = { key: string; kind: "same" | "removed" | "added"; pieces: Piece[] };
/** `same` is what the texts have in common: all, the words alone, or less. */
type Comparison = { parts: Part[]; same: "all" | "words" | "less" };

/** Characters that are shown before and behind a change. */
const CONTEXT = 140;
/** Signs that nobody writes: each stands for the marks of one passage, a word of its own. */
const FIRST_SIGN = 0xe000;
const SIGNS = /([\uE000-\uF8FF])/;

/** Two texts of Markdown as their reader sees them, word by word and mark by mark. Pure. */
export function compareShown(before: string, after: string): Comparison {
  const passages: string[] = [];
  const [one, other] = [hideMarks(before, passages), hideMarks(after, passages)];
  const words = compareWords(one, other);
  const parts = words.map(({ value, added, removed }, index): Part => {
    const place = { first: index === 0, last: index === words.length - 1 };
    const kind = added ? "added" : removed ? "removed" : "same";
    const text = kind === "same" && words.length > 1 ? shorten(value, place) : value;
    return { key: `${index} ${kind}`, kind, pieces: toPieces(text, passages) };
  });
  const same = one !== other ? "less" : before === after ? "all" : "words";
  return { parts, same };
}

function hideMarks(markdown: string, passages: string[]): string {
  const text = readAsShown(markdown).replace(new RegExp(SIGNS, "g"), "\uFFFD");
  return text.replace(MARK, (_, passageId: string) => {
    if (!passages.includes(passageId)) passages.push(passageId);
    return String.fromCharCode(FIRST_SIGN + passages.indexOf(passageId));
  });
}

function toPieces(text: string, passages: readonly string[]): Piece[] {
  return text.split(SIGNS).flatMap((piece, index): Piece[] => {
    if (piece === "") return [];
    if (index % 2 === 0) return [{ text: piece }];
    return [{ passageId: passages[piece.charCodeAt(0) - FIRST_SIGN] ?? "" }];
  });
}

/** What both say is shortened to what stands around a change. */
function shorten(text: string, { first, last }: { first: boolean; last: boolean }): string {
  const start = first ? "" : text.slice(0, CONTEXT).replace(/\s\S*$/, "");
  const end = last ? "" : text.slice(-CONTEXT).replace(/^\S*\s/, "");
  return text.length <= 3 * CONTEXT ? text : [start, "…", end].filter(Boolean).join(" ");
}
