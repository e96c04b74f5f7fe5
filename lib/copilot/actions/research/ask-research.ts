import "server-only";
import { z } from "zod";
import { selectPassages } from "../../../blog/sources/select-passages";
import { AppError } from "../../../errors";
import { defineAction } from "../action";
import { chooseTool, postArgument } from "../choose-post";

const MOST_PASSAGES = 14;

export const askResearch = defineAction({
  name: "ask_research",
  description: "Answer a question about a post's topic from the passages that were found for it.",
  args: z.strictObject({
    ...postArgument,
    question: z.string().trim().min(1).max(500).describe("The question, in the user's words."),
  }),
  run: async (setting, { postId, question }) => {
    const { post, evidence } = await chooseTool(setting, postId);
    if (evidence.passages.length === 0) throw new AppError("no_passages");
    const passages = selectPassages(evidence.passages, question, MOST_PASSAGES);
    const { title: topic } = post.document;
    const { sources } = evidence;
    return {
      told: { status: "answered", passages: passages.length },
      texts: { kind: "cited", topic, question, passages, sources },
    };
  },
});
