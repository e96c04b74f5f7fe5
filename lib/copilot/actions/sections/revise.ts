import "server-only";
import { z } from "zod";
import type { ReviseBody } from "../../../blog/edit/schema";
import { reviseSection } from "../../../blog/tools/revise-section";
import { LIMITS } from "../../../limits/registry";
import { EXA_PRICES } from "../../../models/dated-facts";
import { suggestSection } from "../../suggestions/suggest-section";
import { type Action, defineAction } from "../action";
import { chooseSection, chooseTool, sectionArguments } from "../choose-post";
import { priceModelCall } from "../price-model-call";

type Revision = {
  name: string;
  description: string;
  action: ReviseBody["action"];
  /** The line that says what will be done, before the heading. */
  verb: string;
  /** What is always asked for, where the user's own words are not needed. */
  instruction?: string;
};

const words = (max: number) => z.string().trim().min(1).max(max).optional();
const schema = z.strictObject({
  ...sectionArguments,
  instruction: words(LIMITS.instructionCharacters.section).describe(
    "What should change, in the user's words.",
  ),
  tone: words(LIMITS.toneCharacters).describe("The tone that is wanted."),
});

/** An action that has a section written anew, and proposes what was written. */
export function defineRevision(revision: Revision): Action {
  const { name, description, action, verb } = revision;
  return defineAction({
    name,
    description,
    args: schema,
    plan: async (setting, args) => {
      const tool = await chooseTool(setting, args.postId);
      const { id: sectionId, heading, markdown } = chooseSection(setting, tool, args.sectionId);
      const { id: postId, request } = tool.post;
      const written = await priceModelCall(setting.user, {
        maxOutputTokens: LIMITS.outputTokens.revision,
        text: markdown,
        model: request.model,
      });
      const searched = action === "sources" ? EXA_PRICES.search.auto : 0;
      return {
        args: { ...args, postId, sectionId },
        title: `${verb} “${heading}”`,
        priceUsd: written === null ? null : written + searched,
      };
    },
    run: async (setting, args) => {
      const { emit, signal } = setting;
      const tool = await chooseTool(setting, args.postId);
      const section = chooseSection(setting, tool, args.sectionId);
      const body = toBody(revision, args, tool.post.version);
      const proposal = await reviseSection(tool, { section, body, emit, signal });
      const reason = args.instruction ?? revision.instruction ?? args.tone ?? description;
      const title = `${verb} “${section.heading}”`;
      const suggestion = suggestSection(tool, section, { ...proposal, title, reason });
      return { told: { status: "suggested", sectionId: section.id }, suggestions: [suggestion] };
    },
  });
}

function toBody(
  { action, instruction }: Revision,
  args: z.infer<typeof schema>,
  version: number,
): ReviseBody {
  const asked =
    args.instruction ?? instruction ?? (action === "rewrite" ? "Improve it." : undefined);
  const tone = args.tone ?? (action === "tone" ? (asked ?? "friendly") : undefined);
  return { version, action, ...(asked ? { instruction: asked } : {}), ...(tone ? { tone } : {}) };
}
