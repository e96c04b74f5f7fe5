import "server-only";
import { findQuote } from "../find-quote";
import type { Run } from "../run";
import type { SectionJob } from "../write-section";

const MARK = /\[\^(S\d+\.p\d+)\]/g;

/** Shows a section that was written before the run was cut short: its citations, then its text. */
export function showSection(run: Run, { item, library }: SectionJob, markdown: string): void {
  const sectionId = item.id;
  run.emit("section-reset", { sectionId });
  const cited = [...new Set([...markdown.matchAll(MARK)].map((mark) => mark[1] ?? ""))];
  for (const passageId of cited) {
    const passage = library.passages.find(({ id }) => id === passageId);
    const source = library.sources.find(({ id }) => id === passage?.sourceId);
    if (!passage || !source) continue;
    const claim = markdown
      .slice(0, markdown.indexOf(`[^${passageId}]`))
      .split(/(?<=[.!?])\s/)
      .at(-1);
    const quote = findQuote(passage.text, claim ?? "");
    const { id: sourceId, title, url } = source;
    run.emit("citation", { sectionId, passageId, sourceId, title, url, quote });
  }
  run.emit("section-delta", { sectionId, text: markdown });
}
