import { detect } from "tinyld/light";

/** Enough for a sure answer; the rest of a long text would only cost time. */
const READ_CHARACTERS = 4_000;
const FEWEST_CHARACTERS = 40;

/** The ISO 639-1 code of a text's language; null where there is too little to tell. */
export function detectLanguage(text: string): string | null {
  const begin = text.slice(0, READ_CHARACTERS);
  if (begin.length < FEWEST_CHARACTERS) return null;
  return detect(begin) || null;
}
