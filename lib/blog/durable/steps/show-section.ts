import "server-only";
import { listMarks } from "../../citations/citation-marks";
import { openSectionSink } from "../../citations/open-section-sink";
import type { Library, Run } from "../../run";
import type { OutlineItem } from "../../schema";

/** Shows a whole section in place of what had been shown of it: its citations, then its text. */
export function showSection(
  run: Pick<Run, "emit">,
  { item, library }: { item: Pick<OutlineItem, "id">; library: Library },
  markdown: string,
): void {
  run.emit("section-reset", { sectionId: item.id });
  const cited = listMarks(markdown);
  openSectionSink(run, item.id, library).take({ text: markdown, cited, dropped: 0 });
}
