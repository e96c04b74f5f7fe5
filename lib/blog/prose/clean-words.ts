import type { Token } from "./open-scanner";

/**
 * An address ends before what closes a quotation, a bracket, a table cell or a sentence, and before a
 * backslash: removed with it, what it escapes would come to life.
 */
const ADDRESS =
  /(?:(?:https?|ftp|file):\/\/|www\.)(?:[^\s()[\]"'`<>|\\]*[^\s()[\]"'`<>|\\.,;:!?])?/gi;
const ID = /S\d+\.p\d+/g;
const WORD = /[!-~]+/y;

/** Removes raw addresses and the ids of unknown passages, until none is left. */
export function cleanWords(text: string, known: ReadonlySet<string>): string {
  const clean = text
    .replace(ADDRESS, cut)
    .replace(ID, (id, at: number, whole: string) => (known.has(id) ? id : cut(id, at, whole)));
  return clean === text ? text : cleanWords(clean, known);
}

/** Nothing, or a space where its neighbours would become a link, a definition or code. */
function cut(removed: string, at: number, whole: string): string {
  const neighbours = whole.charAt(at - 1) + whole.charAt(at + removed.length);
  return /^(\][(:]|[`\\]`)$/.test(neighbours) ? " " : "";
}

/** Reads one word, or one character between words: an address never reaches over either. */
export function scanWord(known: ReadonlySet<string>) {
  return (text: string, at: number, ended: boolean): Token => {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) return { length: 1, out: text.charAt(at) };
    if (at + word.length === text.length && !ended) return null;
    return { length: word.length, out: cleanWords(word, known) };
  };
}
