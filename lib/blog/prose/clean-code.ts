import { cleanWords } from "./clean-words";

const ID = /S\d+\.p\d+/g;
const MARKER = /\[\[[^\]\n]{0,200}\]\]|\[\^[^\]\n]{0,200}\]/g;

/** Code as it was written, without addresses; what it cited has to stand behind it. */
export type CleanCode = { text: string; ids: string[] };

/** Cleans code: everything in it is literal, so only citations and addresses are taken out. */
export function cleanCode(code: string, known: ReadonlySet<string>): CleanCode {
  const ids: string[] = [];
  const text = code.replace(MARKER, (marker) => {
    const found = marker.match(ID) ?? [];
    ids.push(...found);
    return found.length > 0 ? "" : marker;
  });
  return { text: cleanWords(text, known), ids };
}
