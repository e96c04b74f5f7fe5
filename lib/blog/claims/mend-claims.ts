import "server-only";
import { z } from "zod";
import { askGemini } from "../../calls/call-gemini";
import type { Caller } from "../../calls/caller";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { LIMITS } from "../../limits/registry";
import type { ReplySchema } from "../../providers/reply-schema";
import { openCitationFilter } from "../citations/open-citation-filter";
import type { Passage } from "../run";
import { checkClaims, type PlacedClaim } from "./check-claims";
import type { Replacement } from "./replace-sentences";

const MOST_CLAIMS = 40;
/** A replacement is a sentence or two, in characters. */
const LONGEST = 600;
const SYSTEM = [
  "You correct sentences of a blog post that their sources do not support.",
  "For each sentence give one that says only what the given passages say, in the same language and tone, as short as the old one,",
  "and cite the passage it rests on as [[S1.p2]], with ids from the list only. Copy numbers, dates and quotations exactly.",
  "Leave the replacement empty where the passages say nothing of the kind: then the sentence is removed.",
  "Write no heading, no list and no table. The sentences and what is wrong with them stand between passage markers too, with ids such as C1 and C1.problem.",
  PASSAGES_ARE_DATA,
].join(" ");

const text = { type: "string" } as const;
const replySchema: ReplySchema = {
  type: "object",
  properties: {
    sentences: {
      type: "array",
      items: {
        type: "object",
        properties: { id: text, replacement: text },
        required: ["id", "replacement"],
      },
    },
  },
  required: ["sentences"],
};
const replyShape = z.object({
  sentences: z.array(z.object({ id: z.string(), replacement: z.string() })),
});

/**
 * Has a model rewrite the unsupported claims of a section, in one call. A replacement passes the
 * same filter as written text and is checked by code; one that code refutes again is not used.
 *
 * @param claims the unsupported claims; there may be none.
 * @param passages what the section cites, and a replacement may.
 * @returns a replacement for each sentence that could be mended; empty text removes it.
 * @throws AppError with the code of what happened to the call.
 */
export async function mendClaims(
  caller: Caller,
  claims: readonly PlacedClaim[],
  passages: readonly Passage[],
): Promise<Replacement[]> {
  const asked = claims.slice(0, MOST_CLAIMS);
  if (asked.length === 0) return [];
  const call = { operation: "mend", system: SYSTEM, maxOutputTokens: LIMITS.outputTokens.mend };
  const prompt = buildPrompt(asked, passages);
  const { sentences } = await askGemini(caller, { ...call, prompt, json: replySchema }, replyShape);
  const byId = new Map(sentences.map(({ id, replacement }) => [id, replacement]));
  return asked.flatMap(({ start, end }, index) => {
    const given = byId.get(`C${index + 1}`);
    const clean = given === undefined ? undefined : cleanReplacement(given, passages);
    return clean === undefined ? [] : [{ start, end, text: clean }];
  });
}

function buildPrompt(claims: readonly PlacedClaim[], passages: readonly Passage[]): string {
  const sentences = claims.flatMap((claim, index) => [
    { id: `C${index + 1}`, text: claim.text },
    { id: `C${index + 1}.problem`, text: claim.reason ?? "Its passages do not say this." },
  ]);
  return [
    "Correct each sentence.",
    "Passages:",
    ...quotePassages(passages),
    "Sentences:",
    ...quotePassages(sentences),
    "What each sentence cited:",
    ...claims.map(({ passageIds }, index) => `C${index + 1} [${passageIds.join("] [")}]`),
  ].join("\n");
}

/** One line that cites known passages only and states nothing that code cannot find there; else undefined. */
function cleanReplacement(given: string, passages: readonly Passage[]): string | undefined {
  const filter = openCitationFilter(new Set(passages.map(({ id }) => id)));
  const line = filter.push(given.slice(0, 2 * LONGEST)).text + filter.end().text;
  const clean = line
    .replace(/^[ \t]*(?:#{1,6}|[-+*>]|\d{1,3}[.)])[ \t]+/gm, "")
    .replace(/```|~~~|\|/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (clean === "") return "";
  const claims = checkClaims(clean, [...passages]);
  const cited = claims.length > 0 && claims.every(({ passageIds }) => passageIds.length > 0);
  const sound = cited && claims.every(({ level, reason }) => level === "unsure" && reason === null);
  return sound && clean.length <= LONGEST ? clean : undefined;
}
