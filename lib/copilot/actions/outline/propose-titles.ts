import "server-only";
import { proposeTitles as propose } from "../../../blog/tools/propose-titles";
import { LIMITS } from "../../../limits/registry";
import { defineProposal } from "./define-proposal";

export const proposeTitles = defineProposal({
  name: "propose_titles",
  description: "Think of five titles for a post.",
  title: "Think of titles",
  outputTokens: LIMITS.outputTokens.titles,
  thinking: "least",
  run: async ({ emit, signal }, tool, body) => {
    const { titles } = await propose(tool, { body, emit, signal });
    return { told: { titles } };
  },
});
