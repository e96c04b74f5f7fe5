import "server-only";
import { z } from "zod";
import { EXPORT_FORMATS, FORMAT_NAMES } from "../../../export/schema";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

export const exportPost = defineAction({
  name: "export_post",
  description: `Offer a post as a file: ${Object.values(FORMAT_NAMES).join(", ")}.`,
  args: z.strictObject({
    ...postArgument,
    format: z.enum(EXPORT_FORMATS).default("md").describe("The kind of file."),
  }),
  run: async (setting, { postId, format }) => {
    const { id } = await choosePost(setting, postId);
    return {
      told: { status: "offered", format },
      link: {
        href: `/api/blog/posts/${id}/export?format=${format}`,
        label: `Download as ${FORMAT_NAMES[format]}`,
      },
    };
  },
});
