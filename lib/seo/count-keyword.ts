import { foldWord } from "../text/fold-word";
import { readWords, type Word } from "../text/read-words";
import { isSmallWord } from "./small-words";

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Signs that belong to a name, as in C++, C# and .NET: it stands in a text as it is written or not at all. */
const SIGNED = /[+#$%&@*/\\]|(?<![\p{L}\p{N}])\./u;
/** Where one thing is said and another begins. */
const BREAK = /[.!?:;。！？](?=\s|$)|\n/u;

/**
 * How often a text names a keyword, as a reader would say so. Case, hyphens, quotation marks, umlauts
 * and endings do not matter, nor does the order of several words that stand close to one another, or
 * whatever small words join them. Whole words count, where the script parts words. 0 for an empty keyword.
 */
export function countKeyword(text: string, keyword: string): number {
  const wanted = normalize(keyword);
  if (!/[\p{L}\p{N}]/u.test(wanted)) return 0;
  const literal = countLiterally(text, wanted);
  return UNSPACED.test(wanted) || SIGNED.test(wanted)
    ? literal
    : Math.max(literal, countLoosely(text, keyword));
}

/** True when a text names the keyword. */
export function hasKeyword(text: string, keyword: string): boolean {
  return countKeyword(text, keyword) > 0;
}

function countLiterally(text: string, wanted: string): number {
  const first = UNSPACED.test(wanted.charAt(0)) ? "" : "(?<![\\p{L}\\p{N}])";
  const last = UNSPACED.test(wanted.charAt(wanted.length - 1)) ? "" : "(?![\\p{L}\\p{N}])";
  const plural = /[a-z]$/.test(wanted) ? "(?:e?s)?" : "";
  const pattern = new RegExp(`${first}${escapePattern(wanted)}${plural}${last}`, "gu");
  return readText(text).normal.match(pattern)?.length ?? 0;
}

/** Its telling words, each by its stem, all of them close together and within one sentence. */
function countLoosely(text: string, keyword: string): number {
  const all = readWords(keyword);
  const telling = all.filter(({ key }) => !isSmallWord(key));
  const wanted = new Set((telling.length > 0 ? telling : all).map(({ key }) => foldWord(key)));
  if (wanted.size === 0) return 0;
  const reach = wanted.size === 1 ? 1 : all.length + Math.max(2, wanted.size);
  const seen = new Map<string, number>();
  const { words, stems } = readText(text);
  let times = 0;
  for (const [index, stem] of stems.entries()) {
    if (!wanted.has(stem)) continue;
    seen.set(stem, index);
    const from = Math.min(...seen.values());
    if (seen.size < wanted.size || index - from >= reach) continue;
    if (BREAK.test(text.slice(words[from]?.start, words[index]?.end))) continue;
    times += 1;
    seen.clear();
  }
  return times;
}

type Read = { text: string; normal: string; words: Word[]; stems: string[] };
const known: Read[] = [];
const LONG_TEXT = 1_000;
/** A post and its opening, before and after a change. */
const MOST_KNOWN = 4;

/** A text as keywords are looked for in it; a long one, which is asked about again and again, is read once. */
function readText(text: string): Read {
  const before = known.find((read) => read.text === text);
  if (before) return before;
  const words = readWords(text);
  const stems = words.map(({ key }) => foldWord(key));
  const read = { text, normal: normalize(text), words, stems };
  if (text.length > LONG_TEXT)
    known.splice(0, known.length, read, ...known.slice(0, MOST_KNOWN - 1));
  return read;
}

function normalize(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[’‘]/g, "'")
    .replace(/["“”„«»]/g, "")
    .replace(/[\s\u2010-\u2015_-]+/g, " ")
    .trim();
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
