import "server-only";
import { z } from "zod";
import { defineAction } from "../action";
import { choosePost, postArgument } from "../choose-post";

export const listSources = defineAction({
  name: "list_sources",
  description: "List the sources of a post, and where each is cited.",
  args: z.strictObject(postArgument),
  run: async (setting, { postId }) => {
    const { id, document } = await choosePost(setting, postId);
    const cited = (sourceId: string) =>
      new Set(
        document.citations.filter((one) => one.sourceId === sourceId).map((one) => one.sectionId),
      );
    const sources = document.sources.map((source) => {
      return { id: source.id, title: source.title, sections: [...cited(source.id)] };
    });
    return {
      told: { sources },
      link: { href: `/posts/${id}`, label: "Open the sources beside the post" },
    };
  },
});
