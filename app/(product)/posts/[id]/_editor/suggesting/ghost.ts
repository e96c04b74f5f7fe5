import type { JSONContent } from "@tiptap/core";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";

/** A suggestion that is shown at the cursor and is no part of the text. */
export type Ghost = {
  pos: number;
  /** What would be inserted, with the spaces that part it from its neighbours. */
  content: JSONContent[];
  /** What its marks rest on, with the numbers that they would have. */
  citations: NumberedCitation[];
};
