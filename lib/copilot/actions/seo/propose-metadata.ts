import "server-only";
import { z } from "zod";
import { LIMITS } from "../../../limits/registry";
import { mendSeo } from "../../../seo/mend-seo";
import { showLine, suggestEdit } from "../../suggestions/suggest-edit";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

export const proposeMetadata = defineAction({
  name: "propose_metadata",
  description: "Suggest title, description, slug and tags for search engines.",
  args: z.strictObject({
    ...postArgument,
    keyword: z
      .string()
      .max(LIMITS.searchListing.keyword)
      .optional()
      .describe("What the post should be found by."),
  }),
  run: async (setting, { postId, keyword }) => {
    const post = await choosePost(setting, postId);
    const before = post.document.seo;
    const keywords = keyword ? { keywords: [keyword] } : {};
    const proposal = { ...before, ...(keyword ? { keyword } : {}) };
    const seo = { ...before, ...mendSeo(proposal, post.document, keywords) };
    const shown = [
      showLine("Title", before?.title ?? "", seo.title),
      showLine("Description", before?.description ?? "", seo.description),
      showLine("Slug", before?.slug ?? "", seo.slug),
      showLine("Tags", before?.tags.join(", ") ?? "", seo.tags.join(", ")),
    ];
    const reason = `So that it is found by “${seo.keyword}”.`;
    const why = { title: "Search details of the post", reason, shown };
    return { told: { status: "suggested" }, suggestions: [suggestEdit(post, { seo }, why)] };
  },
});
