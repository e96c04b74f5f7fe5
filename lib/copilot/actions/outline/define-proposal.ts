import "server-only";
import { z } from "zod";
import type { Tool } from "../../../blog/tools/open-tool";
import { LIMITS } from "../../../limits/registry";
import { type Action, defineAction, type Outcome, type Setting } from "../action";
import { chooseTool, postArgument } from "../choose-post";
import { type ModelCall, priceModelCall } from "../price-model-call";

type Proposing = {
  name: string;
  description: string;
  /** What its user is asked to confirm. */
  title: string;
  /** How much the model may write and think. */
  call: Pick<ModelCall, "maxOutputTokens" | "thinking">;
  run: (setting: Setting, tool: Tool, body: Wish) => Promise<Outcome>;
};
type Wish = { version: number; instruction?: string };

const joinSections = (sections: readonly { markdown: string }[]) =>
  sections.map(({ markdown }) => markdown).join("");

/** An action that asks a model once for several ways to name or to begin a post. */
export function defineProposal({ call, title, run, ...about }: Proposing): Action {
  return defineAction({
    ...about,
    args: z.strictObject({
      ...postArgument,
      instruction: z
        .string()
        .trim()
        .min(1)
        .max(LIMITS.instructionCharacters.proposal)
        .optional()
        .describe("How they should sound."),
    }),
    plan: async (setting, args) => {
      const { post } = await chooseTool(setting, args.postId);
      const priceUsd = await priceModelCall(setting.user, {
        ...call,
        text: joinSections(post.document.sections),
        model: post.request.model,
      });
      return { args: { ...args, postId: post.id }, title, priceUsd };
    },
    run: async (setting, { postId, instruction }) => {
      const tool = await chooseTool(setting, postId);
      const { version } = tool.post;
      return run(setting, tool, { version, ...(instruction ? { instruction } : {}) });
    },
  });
}
