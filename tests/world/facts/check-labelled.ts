import { openCitationFilter } from "@/lib/blog/citations/open-citation-filter";
import { placeClaims } from "@/lib/blog/claims/check-claims";
import { readFacts } from "@/lib/blog/claims/compare-facts";
import { splitSentences } from "@/lib/blog/claims/split-sentences";

/** A sentence as code sees it: does it state a number, date or quotation, and is it red. */
export type Checked = { text: string; hasFact: boolean; alarm: boolean };

/** Checks a text against documents as a writer's text is: each sentence cites them all. */
export function checkLabelled(text: string, documents: readonly string[]): Checked[] {
  const passages = documents.map((document, index) => ({
    id: `S${index + 1}.p1`,
    sourceId: `S${index + 1}`,
    text: document,
  }));
  const cited = cite(
    text,
    passages.map(({ id }) => id),
  );
  return placeClaims(cited, passages)
    .filter(({ passageIds }) => passageIds.length > 0)
    .map(({ text: sentence, level }) => {
      const { quantities, dates, quotations } = readFacts(sentence);
      const hasFact = quantities.length + dates.length + quotations.length > 0;
      return { text: sentence, hasFact, alarm: level === "unsupported" };
    });
}

/** As a model writes it, and as the filter leaves it. */
function cite(text: string, ids: readonly string[]): string {
  const marks = ids.map((id) => `[[${id}]]`).join("");
  let [out, from] = ["", 0];
  for (const { end } of splitSentences(text)) {
    out += `${text.slice(from, end)} ${marks}`;
    from = end;
  }
  const filter = openCitationFilter(new Set(ids));
  return filter.push(out + text.slice(from)).text + filter.end().text;
}
