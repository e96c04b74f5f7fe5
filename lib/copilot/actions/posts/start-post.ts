import "server-only";
import { z } from "zod";
import { startPost as start } from "../../../blog/posts/start-post";
import { generateBody } from "../../../blog/schema";
import { SEARCHES } from "../../../blog/sources/schema";
import { parseFields } from "../../../http/read-body";
import { EXA_PRICES } from "../../../models/dated-facts";
import { estimateWord } from "../../../models/estimate-word";
import { findPrice } from "../../../models/find-price";
import { listPreferred } from "../../../models/list-preferred";
import { defineAction } from "../action";

const { topic, wordCount, research, audience, tone } = generateBody.shape;

export const startPost = defineAction({
  name: "start_post",
  description: "Start writing a new post: research, outline, sections, checks.",
  needsClick: true,
  args: z.strictObject({
    topic: topic.describe("What it is about."),
    wordCount: wordCount.optional().describe("How long it should be, in words."),
    research: research.optional().describe("How much is searched."),
    audience: audience.describe("For whom it is."),
    tone: tone.describe("How it should sound."),
  }),
  plan: async ({ user }, args) => {
    const { wordCount: words, research: kind, topic: about } = parseFields(generateBody, args);
    const [model = ""] = await listPreferred(user);
    const price = await findPrice(user, model);
    const searches = SEARCHES[kind] * EXA_PRICES.search.auto;
    const priceUsd = price ? words * estimateWord(price) + searches : null;
    return { args, title: `Start a post of ${words} words about “${about}”`, priceUsd };
  },
  run: async ({ user }, args) => {
    const { id } = await start(user, parseFields(generateBody, args), null);
    return {
      told: { status: "started", postId: id },
      link: { href: `/posts/${id}`, label: "Watch it being written" },
    };
  },
});
