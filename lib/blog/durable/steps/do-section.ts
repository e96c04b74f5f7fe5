import "server-only";
import type { SectionJob } from "../../describe-section";
import { polishSection } from "../../polish-section";
import type { Run } from "../../run";
import { checkSection } from "../../stages/check-section";
import { findPassages, writeSection } from "../../write-section";
import { keepWritten } from "./keep-written";
import type { LoadedStep } from "./load-step";
import { requireMade } from "./require-made";
import { showSection } from "./show-section";

/**
 * Writes a section, polishes it where that is asked for, and checks it against what it cites. What was
 * written is kept before the check: a step that was killed in between pays for the check alone.
 */
export async function doSection(open: LoadedStep, sectionId: string): Promise<unknown> {
  const { ticket, run, made } = open;
  const plan = requireMade(made, "plan");
  const library = requireMade(made, "library");
  const { title, sections: outline } = requireMade(made, "outline");
  const item = outline.find(({ id }) => id === sectionId);
  if (!item) return null;
  const { written: others } = made;
  const asked = { plan: { ...plan, title }, library, outline, item, written: others };
  const passages = findPassages(asked);
  const job: SectionJob = { ...asked, passages };
  let written = others[sectionId];
  if (written) showSection(run, job, written.markdown);
  else {
    written = await writeSection(run, job);
    if (run.request.finish === "polished") written = await polishSection(run, job, written);
    await open.flush();
    const sectionIds = outline.map(({ id }) => id);
    if (await keepWritten(ticket, { sectionId, written, sectionIds })) beginCheck(run);
    await open.known.addWritten(sectionId, written);
  }
  const { markdown, dropped } = written;
  const citable = { sources: library.sources, passages };
  return checkSection(run, { ...item, markdown }, citable, dropped);
}

/** Every section is written: the check is what is left. */
function beginCheck(run: Run): void {
  run.emit("stage", { stage: "sections", state: "done" });
  run.emit("stage", { stage: "check", state: "started" });
}
