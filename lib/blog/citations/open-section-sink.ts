import "server-only";
import type { Library, Run } from "../run";
import { findQuote } from "../sources/find-quote";
import { claimBefore } from "./citation-marks";
import type { CleanProse } from "./open-citation-filter";

/** A section as it was written, and how many citations of unknown passages it lost. */
export type WrittenSection = { markdown: string; dropped: number };

/** Where the cleaned text of a section goes. */
export type SectionSink = {
  take: (piece: CleanProse) => void;
  /** All of it so far, and how many citations of unknown passages it had. */
  written: () => WrittenSection;
};

/** Sends cleaned text on, and one `citation` event for each passage before its first mark. */
export function openSectionSink(
  { emit }: Pick<Run, "emit">,
  sectionId: string,
  { sources, passages }: Library,
): SectionSink {
  const seen = new Set<string>();
  let written = "";
  let dropped = 0;
  return {
    written: () => ({ markdown: written, dropped }),
    take: ({ text, cited, dropped: unknown }) => {
      dropped += unknown;
      for (const passageId of cited) {
        const passage = passages.find(({ id }) => id === passageId);
        const source = sources.find(({ id }) => id === passage?.sourceId);
        if (!passage || !source || seen.has(passageId)) continue;
        seen.add(passageId);
        const quote = findQuote(passage.text, claimBefore(written + text, passageId));
        const { id: sourceId, title, url } = source;
        emit("citation", { sectionId, passageId, sourceId, title, url, quote });
      }
      const tidy = written === "" ? text.trimStart() : text;
      written += tidy;
      if (tidy) emit("section-delta", { sectionId, text: tidy });
    },
  };
}
