import { composeSection } from "./compose-section";
import { continueDraft } from "./continue-draft";
import { composeParagraph } from "./describe-persona";
import type { Brief } from "./parse-brief";
import { reviseDraft } from "./revise-draft";

/** Text for a call that asks for no JSON: what comes next, a revision, a section, or an honest reply to a chat. */
export function composeProse(brief: Brief): string {
  if (brief.draft !== null && brief.task.startsWith("continue"))
    return continueDraft(brief, brief.draft);
  if (brief.draft !== null) return reviseDraft(brief, brief.draft);
  if (brief.task === "paragraph") return composeParagraph(brief);
  if (brief.passages.length > 0) return composeSection(brief);
  const said = brief.lastUserText.trim().split("\n")[0]?.slice(0, 160) ?? "";
  return `This is a simulated reply: the sandbox does not think, it arranges text it is given. You wrote: ${said}`;
}
