import "server-only";
import { z } from "zod";
import { LIMITS } from "../../../limits/registry";
import { plainTitle } from "../../../markdown/plain-title";
import { showLine, suggestEdit } from "../../suggestions/suggest-edit";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

export const changeTitle = defineAction({
  name: "change_title",
  description: "Suggest one title for a post.",
  args: z.strictObject({
    ...postArgument,
    title: z.string().trim().min(1).max(LIMITS.titleCharacters).describe("The new title."),
  }),
  run: async (setting, { postId, title: wanted }) => {
    const post = await choosePost(setting, postId);
    const title = plainTitle(wanted);
    const shown = [showLine("Title", post.document.title, title)];
    const why = { title: "Another title", reason: "As asked in the conversation.", shown };
    return { told: { status: "suggested" }, suggestions: [suggestEdit(post, { title }, why)] };
  },
});
