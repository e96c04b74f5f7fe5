import "server-only";
import { z } from "zod";
import { checkReadinessToPublish } from "../../../publish/check-readiness-to-publish";
import { scorePost } from "../../../seo/score-post";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

export const readPost = defineAction({
  name: "read_post",
  description: "Read where a post stands: stage, outline, claims to look at, score, cost.",
  args: z.strictObject(postArgument),
  run: async (setting, { postId }) => {
    const post = await choosePost(setting, postId);
    const { document, id, status, version } = post;
    const claims = document.verdicts.flatMap((verdict) => verdict.claims);
    const toLookAt = claims.filter(({ level }) => level !== "supported").length;
    return {
      told: {
        ...{ id, status, version, title: document.title, stage: document.stage },
        outline: document.sections.map(({ id: section, heading, markdown }) => {
          return { id: section, heading, written: markdown.trim() !== "" };
        }),
        sources: document.sources.length,
        claims: claims.length,
        claimsToLookAt: toLookAt,
        seoScore: scorePost(document).total,
        costUsd: document.cost.totalUsd,
        againstPublishing: checkReadinessToPublish(post)
          .filter(({ ok }) => !ok)
          .map(({ message }) => message),
      },
      link: { href: `/posts/${id}`, label: "Open the post" },
    };
  },
});
