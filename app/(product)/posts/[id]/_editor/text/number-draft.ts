import { type NumberedCitation, numberCitations } from "@/lib/blog/citations/number-citations";
import type { Citation, PostDocument } from "@/lib/blog/schema";
import type { DraftSection } from "../saving/draft";

type Numbered = {
  document: PostDocument;
  sections: readonly DraftSection[];
  /** What the marks of the sections may rest on. */
  known: readonly Citation[];
};

/** The citations of a draft with the numbers its page will give them. */
export function numberDraft({ document, sections, known }: Numbered): NumberedCitation[] {
  const texts = sections.map((section) => ({ ...section, sourceIds: [] }));
  return numberCitations({ ...document, sections: texts, citations: [...known] });
}
