import "server-only";
import { readTokens } from "../read-tokens";

/** The words of a title or a name, which WordPress keeps as HTML, entities of every kind decoded. */
export function decodeEntities(html: string): string {
  const words: string[] = [];
  readTokens(html, { onText: (text) => words.push(text) });
  return words.join("");
}
