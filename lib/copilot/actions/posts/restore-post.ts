import "server-only";
import { z } from "zod";
import { listPosts } from "../../../blog/library/list-posts";
import { restorePost as restore } from "../../../blog/library/restore-post";
import { AppError } from "../../../errors";
import { defineAction } from "../action";

export const restorePost = defineAction({
  name: "restore_post",
  description: "Bring back a post that was deleted.",
  needsClick: true,
  args: z.strictObject({
    postId: z.uuid().optional().describe("Leave it out for the one that was deleted last."),
  }),
  plan: async ({ user }, { postId }) => {
    const deleted = await listPosts(user, { status: "deleted" });
    const post = postId ? deleted.find(({ id }) => id === postId) : deleted[0];
    if (!post) throw new AppError("not_found");
    return { args: { postId: post.id }, title: `Restore “${post.title}”`, priceUsd: 0 };
  },
  run: async ({ user }, { postId }) => {
    if (!postId) throw new AppError("which_post");
    await restore(user, postId);
    return {
      told: { status: "restored", postId },
      link: { href: `/posts/${postId}`, label: "Open the post" },
    };
  },
});
