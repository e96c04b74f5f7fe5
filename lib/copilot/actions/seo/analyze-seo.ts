import "server-only";
import { z } from "zod";
import { listRaises, scorePost } from "../../../seo/score-post";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

const MOST = 10;

export const analyzeSeo = defineAction({
  name: "analyze_seo",
  description: "Score how well a post can be found, and say what would raise the score most.",
  args: z.strictObject(postArgument),
  run: async (setting, { postId }) => {
    const { document } = await choosePost(setting, postId);
    const score = scorePost(document);
    const raises = listRaises(score).slice(0, MOST);
    return {
      told: {
        total: score.total,
        parts: score.parts.map(({ name, score: points }) => ({ name, score: points })),
        findings: raises.map(({ id, message, raise, fix }) => {
          return { id, message, raise, canBeFixed: fix !== undefined };
        }),
      },
    };
  },
});
