import "server-only";
import { z } from "zod";
import { AppError } from "../../../errors";
import { listRaises, scorePost } from "../../../seo/score-post";
import { showLine, suggestEdit } from "../../suggestions/suggest-edit";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

export const applySeoFix = defineAction({
  name: "apply_seo_fix",
  description: "Suggest the fix for one finding of analyze_seo.",
  args: z.strictObject({
    ...postArgument,
    finding: z.string().max(60).optional().describe("Its id; leave it out for the first one."),
  }),
  run: async (setting, { postId, finding }) => {
    const post = await choosePost(setting, postId);
    const open = listRaises(scorePost(post.document)).filter(({ fix }) => fix);
    const chosen = open.find(({ id }) => id === finding) ?? (finding ? undefined : open[0]);
    const [option] = chosen?.fix?.options ?? [];
    if (!chosen || !option) throw new AppError("not_found", { detail: "There is no such fix." });
    const shown = [showLine(chosen.fix?.kind ?? "fix", option.before, option.after)];
    const why = { title: "Raise the search score", reason: chosen.message, shown };
    return {
      told: { status: "suggested", finding: chosen.id, raise: chosen.raise },
      suggestions: [suggestEdit(post, option.change, why)],
    };
  },
});
