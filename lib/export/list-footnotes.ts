import { numberCitations } from "../blog/citations/number-citations";
import type { PostDocument } from "../blog/schema";
import { isWebAddress } from "../markdown/list-links";
import { plainLine } from "../text/plain-line";
import type { Footnote } from "./schema";

/** The sources of a post as its readers number them, each with all that is quoted from it. */
export function listFootnotes(document: PostDocument): Footnote[] {
  return numberCitations(document).map(({ number, passageId, sourceId, title, url }) => {
    const same = document.citations.filter((citation) => citation.passageId === passageId);
    const quotes = [...new Set(same.map(({ quote }) => plainLine(quote)))].filter(Boolean);
    const safeUrl = url !== null && isWebAddress(url) ? url : null;
    const name = plainLine(title) || safeUrl || "Untitled source";
    return { number, passageId, sourceId, title: name, url: safeUrl, quotes };
  });
}
