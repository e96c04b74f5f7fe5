import "server-only";
import { z } from "zod";
import { deletePost as remove } from "../../../blog/library/delete-post";
import { LIMITS } from "../../../limits/registry";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

export const deletePost = defineAction({
  name: "delete_post",
  description: `Delete a post; it can be restored for ${LIMITS.deletedDays} days.`,
  needsClick: true,
  args: z.strictObject(postArgument),
  plan: async (setting, { postId }) => {
    const { id, document } = await choosePost(setting, postId);
    return { args: { postId: id }, title: `Delete “${document.title}”`, priceUsd: 0 };
  },
  run: async (setting, { postId }) => {
    const { id } = await choosePost(setting, postId);
    await remove(setting.user, id);
    return {
      told: { status: "deleted", postId: id, restorableDays: LIMITS.deletedDays },
      link: { href: "/posts?status=deleted", label: "Undo: restore it from the deleted posts" },
    };
  },
});
