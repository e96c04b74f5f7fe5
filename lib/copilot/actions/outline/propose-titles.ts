import "server-only";
import { z } from "zod";
import { proposeTitles as propose } from "../../../blog/tools/propose-titles";
import { defineAction } from "../action";
import { chooseTool, postArgument } from "../choose-post";
import { priceModelCall } from "../price-model-call";

const OUTPUT_TOKENS = 2_048;

export const proposeTitles = defineAction({
  name: "propose_titles",
  description: "Think of five titles for a post.",
  args: z.strictObject({
    ...postArgument,
    instruction: z.string().trim().min(1).max(500).optional().describe("How they should sound."),
  }),
  plan: async (setting, args) => {
    const { post } = await chooseTool(setting, args.postId);
    const priceUsd = await priceModelCall(setting.user, OUTPUT_TOKENS, post.request.model);
    return { args: { ...args, postId: post.id }, title: "Think of titles", priceUsd };
  },
  run: async (setting, { postId, instruction }) => {
    const { emit, signal } = setting;
    const tool = await chooseTool(setting, postId);
    const body = { version: tool.post.version, ...(instruction ? { instruction } : {}) };
    const { titles } = await propose(tool, { body, emit, signal });
    return { told: { titles } };
  },
});
