import type { Token } from "./open-scanner";

const ID = /S\d+\.p\d+/g;
/** An address ends before what closes a quotation, a bracket, a table cell or a sentence. */
const ADDRESS =
  /(?:(?:https?|ftp|file):\/\/|(?<![A-Za-z0-9])www\.)(?:[^\s()[\]"'`<>|]*[^\s()[\]"'`<>|.,;:!?])?/gi;
const WORD = /[!-~]+/y;

/** Removes raw addresses and the ids of unknown passages, until none is left. */
export function cleanWords(text: string, known: ReadonlySet<string>): string {
  const clean = text.replace(ADDRESS, "").replace(ID, (id) => (known.has(id) ? id : ""));
  return clean === text ? text : cleanWords(clean, known);
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
