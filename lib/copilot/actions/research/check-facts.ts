import "server-only";
import { z } from "zod";
import { checkAgain } from "../../../blog/tools/check-again";
import { LIMITS } from "../../../limits/registry";
import { defineAction } from "../action";
import { chooseSection, chooseTool, sectionArguments } from "../choose-post";
import { priceModelCall } from "../price-model-call";

export const checkFacts = defineAction({
  name: "check_facts",
  description: "Compare every claim of a section with the passages it cites.",
  args: z.strictObject(sectionArguments),
  plan: async (setting, args) => {
    const tool = await chooseTool(setting, args.postId);
    const { id: sectionId, heading, markdown } = chooseSection(setting, tool, args.sectionId);
    const { id: postId, request } = tool.post;
    const priceUsd = await priceModelCall(setting.user, {
      maxOutputTokens: LIMITS.outputTokens.judge,
      text: markdown,
      model: request.model,
    });
    return { args: { postId, sectionId }, title: `Check the facts of “${heading}”`, priceUsd };
  },
  run: async (setting, { postId, sectionId }) => {
    const { emit, signal } = setting;
    const tool = await chooseTool(setting, postId);
    const section = chooseSection(setting, tool, sectionId);
    const { claims } = await checkAgain(tool, { section, emit, signal });
    const count = (level: string) => claims.filter((claim) => claim.level === level).length;
    return {
      told: {
        sectionId: section.id,
        supported: count("supported"),
        unsure: count("unsure"),
        unsupported: count("unsupported"),
      },
    };
  },
});
