import "server-only";
import { z } from "zod";
import { defineAction } from "../action";
import { chooseSection, chooseTool, sectionArguments } from "../choose-post";

export const readSection = defineAction({
  name: "read_section",
  description: "Read the text of a section and answer a question about it.",
  args: z.strictObject({
    ...sectionArguments,
    question: z.string().trim().min(1).max(500).describe("What the user wants to know of it."),
  }),
  run: async (setting, { postId, sectionId, question }) => {
    const tool = await chooseTool(setting, postId);
    const { id, heading, markdown } = chooseSection(setting, tool, sectionId);
    return {
      told: { status: "read", sectionId: id },
      texts: {
        ...{ kind: "plain", topic: heading, question, sources: [] },
        passages: [{ id, sourceId: id, text: `${heading}\n\n${markdown}` }],
      },
    };
  },
});
