import { type Bound, readBound } from "./read-bound";
import { tagWords, type Word } from "./tag-words";

/** What stands around a value of a text; words are stems, empty words left out. */
export type Surroundings = {
  /** Before and behind it. */
  beside: ReadonlySet<string>;
  /** The next one or two words: what it may count. */
  nouns: readonly string[];
  /** The words behind it, to the next number or stop. */
  behind: readonly string[];
  bound: Bound | undefined;
  /** The clause that it stands in. */
  clause: () => string;
  /** It is what a page says of itself, not of its subject: "Published 12 May 2019". */
  furniture: boolean;
};

const FURNITURE =
  /(?:published|updated|posted|modified|reviewed|accessed|retrieved|copyright|©|last edited|datetime|date)(?: on| at| in)?:? *$/i;
const BOUNDARY = /[;!?|]|[.,:](?= |$)| (?:and|but|while|whereas|compared|versus|after|from)(?= )/;
/** As far as a value's neighbours reach, in characters. */
const REACH = 80;

/** Reads a text's words once, and what stands around each value between two of its places. */
export function openSurroundings(
  text: string,
  words: readonly Word[] = tagWords(text),
): (start: number, end: number) => Surroundings {
  return (start, end) => {
    const first = findFirst(words, start - REACH);
    const next = findFirst(words, end);
    return {
      beside: listBeside(words, first, { start, end }),
      nouns: listNouns(text, words, next, end),
      behind: listBehind(text, words, next, end),
      bound: readBound(text, start, end),
      clause: () => readClause(text, start, end),
      furniture: FURNITURE.test(text.slice(Math.max(0, start - 30), start)),
    };
  };
}

/** The index of the first word that begins at a place or behind it. */
function findFirst(words: readonly Word[], place: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listBeside(
  words: readonly Word[],
  first: number,
  { start, end }: { start: number; end: number },
): Set<string> {
  const beside = new Set<string>();
  for (let at = first; at < words.length; at += 1) {
    const word = words[at];
    if (!word || word.end > end + REACH) break;
    const within = word.start < end && word.end > start;
    if (!within && !word.empty && !word.number) beside.add(word.stem);
  }
  return beside;
}

/** Words that follow each other and the value with nothing between them. */
function listNouns(text: string, words: readonly Word[], next: number, end: number): string[] {
  const nouns: string[] = [];
  let from = end;
  for (const word of words.slice(next, next + 2)) {
    const touches = word.start === from + 1 && /[ -]/.test(text.charAt(from));
    if (!touches || word.empty || word.number) break;
    nouns.push(word.stem);
    from = word.end;
  }
  return nouns;
}

function listBehind(text: string, words: readonly Word[], next: number, end: number): string[] {
  const behind: string[] = [];
  let from = end;
  for (const word of words.slice(next, next + 12)) {
    if (word.number || /[.;:!?]/.test(text.slice(from, word.start))) break;
    if (!word.empty) behind.push(word.stem);
    from = word.end;
  }
  return behind.slice(0, 6);
}

function readClause(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 2 * REACH), start).split(BOUNDARY);
  const [behind = ""] = text.slice(end, end + 2 * REACH).split(BOUNDARY);
  return `${before.at(-1)}${text.slice(start, end)}${behind}`;
}
