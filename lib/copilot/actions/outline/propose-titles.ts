import "server-only";
import { proposeTitles as propose, TITLES_CALL } from "../../../blog/tools/propose-titles";
import { defineProposal } from "./define-proposal";

export const proposeTitles = defineProposal({
  name: "propose_titles",
  description: "Think of five titles for a post.",
  title: "Think of titles",
  call: TITLES_CALL,
  run: async ({ emit, signal }, tool, body) => {
    const { titles } = await propose(tool, { body, emit, signal });
    return { told: { titles } };
  },
});
