import "server-only";
import { z } from "zod";
import { approveOutline as approve } from "../../../blog/posts/approve-outline";
import { estimateWriting } from "../../../blog/posts/estimate-writing";
import { AppError } from "../../../errors";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

export const approveOutline = defineAction({
  name: "approve_outline",
  description: "Approve the outline that a post waits with, as it is, and let it be written.",
  needsClick: true,
  args: z.strictObject(postArgument),
  plan: async (setting, { postId }) => {
    const { id, status, document } = await choosePost(setting, postId);
    if (status !== "waiting") throw new AppError("not_waiting");
    const { estimateUsd, wordCount } = await estimateWriting(setting.user, id);
    const title = `Write “${document.title}” with this outline, about ${wordCount} words`;
    return { args: { postId: id }, title, priceUsd: estimateUsd };
  },
  run: async (setting, { postId }) => {
    const { id, document } = await choosePost(setting, postId);
    const sections = document.sections.map(({ id: section, heading, sourceIds, words }) => {
      return { id: section, heading, sourceIds, words };
    });
    await approve(setting.user, id, { sections });
    return {
      told: { status: "writing", postId: id },
      link: { href: `/posts/${id}`, label: "Watch it being written" },
    };
  },
});
