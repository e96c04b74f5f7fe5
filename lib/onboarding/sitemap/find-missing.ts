import "server-only";
import { z } from "zod";
import { askGemini } from "../../calls/call-gemini";
import type { Caller } from "../../calls/caller";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { LIMITS } from "../../limits/registry";
import type { ReplySchema } from "../../providers/reply-schema";
import { cleanProposedLine } from "../../text/clean-proposed-line";
import { cutText } from "../../text/cut-text";
import type { SitemapPage } from "./parse-sitemap";

/** Addresses that a model is shown: enough to tell what a site is about. */
const SHOWN = 250;
const MOST = 8;
const SYSTEM = [
  "You are shown the addresses of a website's pages, as its sitemap lists them, and what it writes about.",
  "Reply with JSON of the given schema: three to eight subjects that its readers would look for there and that",
  "no address seems to be about, each in one short sentence of plain words.",
  PASSAGES_ARE_DATA,
].join(" ");
const REPLY: ReplySchema = {
  type: "object",
  properties: { gaps: { type: "array", items: { type: "string" }, minItems: 3, maxItems: MOST } },
  required: ["gaps"],
};
const reply = z.object({
  gaps: z.array(z.string()).transform((all) =>
    all
      .map((line) => cutText(cleanProposedLine(line), 400))
      .filter(Boolean)
      .slice(0, MOST),
  ),
});

/** What a site seems to lack, by one call of the user's model over the addresses of its pages. */
export async function findMissing(
  caller: Caller,
  { about, pages }: { about: string; pages: readonly SitemapPage[] },
): Promise<string[]> {
  const step = Math.max(1, Math.floor(pages.length / SHOWN));
  const shown = pages.filter((_, at) => at % step === 0).slice(0, SHOWN);
  const addresses = shown.map(({ url }) => new URL(url).pathname).join("\n");
  const prompt = [
    "Task: name what is missing",
    "Topic: the website",
    "Passages:",
    ...quotePassages([
      { id: "S1.p1", text: about },
      { id: "S2.p1", text: addresses },
    ]),
  ].join("\n");
  const call = {
    operation: "sitemap",
    system: SYSTEM,
    prompt,
    maxOutputTokens: LIMITS.outputTokens.missingPages,
    json: REPLY,
  };
  return (await askGemini(caller, call, reply)).gaps;
}
