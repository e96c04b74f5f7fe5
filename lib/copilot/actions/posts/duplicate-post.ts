import "server-only";
import { z } from "zod";
import { duplicatePost as duplicate } from "../../../blog/library/duplicate-post";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

export const duplicatePost = defineAction({
  name: "duplicate_post",
  description: "Copy a post.",
  needsClick: true,
  args: z.strictObject(postArgument),
  plan: async (setting, { postId }) => {
    const { id, document } = await choosePost(setting, postId);
    return { args: { postId: id }, title: `Copy “${document.title}”`, priceUsd: 0 };
  },
  run: async (setting, { postId }) => {
    const { id } = await choosePost(setting, postId);
    const copy = await duplicate(setting.user, id);
    return {
      told: { status: "copied", postId: copy.id },
      link: { href: `/posts/${copy.id}`, label: "Open the copy" },
    };
  },
});
