import "server-only";
import { z } from "zod";
import { findOwnLinks } from "../../../blog/tools/find-own-links";
import { proposeLinks as propose } from "../../../blog/tools/propose-links";
import { suggestSection } from "../../suggestions/suggest-section";
import { defineAction } from "../action";
import { chooseSection, chooseTool, sectionArguments } from "../choose-post";

const MOST = 3;

export const proposeLinks = defineAction({
  name: "propose_links",
  description: "Suggest links from a section to the user's own published posts.",
  args: z.strictObject(sectionArguments),
  run: async (setting, { postId, sectionId }) => {
    const tool = await chooseTool(setting, postId);
    const section = chooseSection(setting, tool, sectionId);
    const { matches, published } = await findOwnLinks(tool, section);
    const ids = [...new Set(matches.map((match) => match.postId))].slice(0, MOST);
    if (ids.length === 0) return { told: { status: "nothing fits", published } };
    const proposal = await propose(tool, section, ids);
    const why = { title: `Links in “${section.heading}”`, reason: "Posts of yours that fit here." };
    return {
      told: { status: "suggested", links: ids.length },
      suggestions: [suggestSection(tool, section, { ...proposal, ...why })],
    };
  },
});
