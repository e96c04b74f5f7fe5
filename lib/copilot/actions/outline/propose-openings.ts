import "server-only";
import { z } from "zod";
import { placeOpening } from "../../../blog/edit/place-opening";
import { proposeOpenings as propose } from "../../../blog/tools/propose-openings";
import { defineAction } from "../action";
import { chooseSection, chooseTool, postArgument } from "../choose-post";
import { priceModelCall } from "../price-model-call";
import { suggestSection } from "../sections/suggest-section";

const OUTPUT_TOKENS = 4_096;
const NAMES = { question: "a question", fact: "a fact", scene: "a scene" } as const;

export const proposeOpenings = defineAction({
  name: "propose_openings",
  description: "Suggest three openings for a post.",
  args: z.strictObject({
    ...postArgument,
    instruction: z.string().trim().min(1).max(500).optional().describe("How they should sound."),
  }),
  plan: async (setting, args) => {
    const { post } = await chooseTool(setting, args.postId);
    const priceUsd = await priceModelCall(setting.user, OUTPUT_TOKENS, post.request.model);
    return { args: { ...args, postId: post.id }, title: "Write three openings", priceUsd };
  },
  run: async (setting, { postId, instruction }) => {
    const { emit, signal } = setting;
    const tool = await chooseTool(setting, postId);
    const body = { version: tool.post.version, ...(instruction ? { instruction } : {}) };
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
