import "server-only";
import { placeOpening } from "../../../blog/edit/place-opening";
import { proposeOpenings as propose } from "../../../blog/tools/propose-openings";
import { LIMITS } from "../../../limits/registry";
import { suggestSection } from "../../suggestions/suggest-section";
import { chooseSection } from "../choose-post";
import { defineProposal } from "./define-proposal";

const NAMES = { question: "a question", fact: "a fact", scene: "a scene" } as const;

export const proposeOpenings = defineProposal({
  name: "propose_openings",
  description: "Suggest three openings for a post.",
  title: "Write three openings",
  call: { maxOutputTokens: LIMITS.outputTokens.openings },
  run: async (setting, tool, body) => {
    const { emit, signal } = setting;
    const { sectionId, openings } = await propose(tool, { body, emit, signal });
    const section = chooseSection(setting, tool, sectionId);
    const suggestions = openings.map(({ kind, markdown, citations }) =>
      suggestSection(tool, section, {
        title: `Begin with ${NAMES[kind]}`,
        reason: "One of three openings: accept one.",
        markdown: placeOpening(section.markdown, markdown, "before"),
        citations: [
          ...tool.post.document.citations.filter((one) => one.sectionId === sectionId),
          ...citations,
        ],
      }),
    );
    return { told: { status: "suggested", openings: suggestions.length }, suggestions };
  },
});
