import { withoutLinks } from "../../markdown/without-links";
import { openCitationFilter } from "../citations/open-citation-filter";

/** What a paragraph may not begin as: a heading, a quotation, a list, a table. */
const BLOCK_SIGN = /^(?:\s*(?:#{1,6}|[>|]|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+\s*/;

/** What is left of a citation that went: a space before the stop. */
const LEFT_SPACE = / (?=[.,;:!?](?:\s|$))/g;

/** One paragraph of a model's text with marks of known passages alone. Empty when nothing is left. */
export function cleanOpening(text: string, known: ReadonlySet<string>): string {
  const filter = openCitationFilter(known);
  const clean = filter.push(text.replace(/\s+/g, " ").trim()).text + filter.end().text;
  return withoutLinks(clean)
    .replace(/\s+/g, " ")
    .replace(LEFT_SPACE, "")
    .replace(BLOCK_SIGN, "")
    .trim();
}
