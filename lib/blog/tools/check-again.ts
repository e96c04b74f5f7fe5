import "server-only";
import type { EmitWork } from "../../http/schema";
import { changePost } from "../edit/change-post";
import type { Section, Verdict } from "../schema";
import { judgeSection } from "../stages/check-section";
import { runTool, type Tool } from "./open-tool";

type Asked = { section: Section; emit: EmitWork; signal: AbortSignal };

/**
 * Compares every sentence of a section with the passages it cites, by code and by a judge, whatever was found before. The
 * verdict is kept with the post if the section still says the same by then; no version is made.
 */
export async function checkAgain(tool: Tool, { section, emit, signal }: Asked): Promise<Verdict> {
  const { id, markdown } = section;
  const { document } = tool.post;
  const before = document.verdicts.find(({ sectionId }) => sectionId === id);
  emit("progress", { done: 0, total: 1, label: "Comparing every sentence with its sources" });
  const verdict = await runTool(tool, { emit, signal }, async (caller) => {
    const claims = await judgeSection(caller, markdown, tool.evidence.passages);
    return { sectionId: id, dropped: before?.dropped ?? 0, claims };
  });
  await changePost(tool.user, tool.post.id, async (post) => {
    const now = post.document.sections.find((candidate) => candidate.id === id);
    return { events: now?.markdown === markdown ? [{ type: "verdict", data: verdict }] : [] };
  });
  return verdict;
}
