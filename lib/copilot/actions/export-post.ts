import "server-only";
import { z } from "zod";
import { EXPORT_FORMATS } from "../../export/schema";
import { defineAction } from "./action";
import { choosePost, postArgument } from "./choose-post";

const NAMES = { md: "Markdown", html: "HTML", docx: "Word", json: "JSON" } as const;

export const exportPost = defineAction({
  name: "export_post",
  description: "Offer a post as a file: Markdown, HTML, Word or JSON.",
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
        label: `Download as ${NAMES[format]}`,
      },
    };
  },
});
