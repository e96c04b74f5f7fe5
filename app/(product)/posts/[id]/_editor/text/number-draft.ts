import { type NumberedCitation, numberCitations } from "@/lib/blog/citations/number-citations";
import type { Citation, PostDocument } from "@/lib/blog/schema";
import type { DraftSection } from "../saving/draft";

/** Another text for one section, and what its marks rest on. */
export type SectionChange = { sectionId: string; markdown: string; citations: readonly Citation[] };

type Numbered = {
  document: PostDocument;
  sections: readonly DraftSection[];
  /** What the marks of the sections may rest on. */
  known: readonly Citation[];
};

/** The citations of a draft with the numbers its page will give them; with `change`, as if it were accepted. */
export function numberDraft(
  { document, sections, known }: Numbered,
  change?: SectionChange,
): NumberedCitation[] {
  const texts = sections.map((section) => {
    const markdown = section.id === change?.sectionId ? change.markdown : section.markdown;
    return { ...section, sourceIds: [], markdown };
  });
  const citations = [...known, ...(change?.citations ?? [])];
  return numberCitations({ ...document, sections: texts, citations });
}
