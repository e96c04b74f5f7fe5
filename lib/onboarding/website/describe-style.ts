import "server-only";
import { z } from "zod";
import { askByField } from "../../calls/ask-by-field";
import type { Caller } from "../../calls/caller";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { LIMITS } from "../../limits/registry";
import type { ReplySchema } from "../../providers/reply-schema";
import { cutText } from "../../text/cut-text";
import { plainText } from "../../text/plain-text";
import { PROFILE_FIELDS, type WebsiteProfile } from "./schema";

const SYSTEM = [
  "You describe how somebody writes, so that another writer could sound the same.",
  "Reply with JSON of the given schema: plain, specific sentences about the texts at hand.",
  "patterns are habits that recur; guidelines say what to do to sound like this; avoid says what never to do.",
  PASSAGES_ARE_DATA,
].join(" ");

const text = { type: "string" } as const;
const list = { type: "array", items: text, minItems: 3, maxItems: 6 } as const;
const REPLY: ReplySchema = {
  type: "object",
  properties: {
    description: text,
    audience: text,
    writingStyle: text,
    brandVoice: text,
    contentType: text,
    patterns: list,
    guidelines: list,
    avoid: list,
  },
  required: [...PROFILE_FIELDS],
};

const line = (max: number) => z.string().transform((words) => cutText(plainText(words), max));
const said = (max: number) => line(max).refine((words) => words !== "");
const MOST = LIMITS.profileCharacters;
const lines = z
  .array(line(MOST.line))
  .transform((all) => all.filter((one) => one !== "").slice(0, LIMITS.listLines));
/** The reply with markup, addresses and citations taken out, at the lengths a form may hold. */
const reply = z.object({
  description: said(LIMITS.subjectCharacters.most),
  audience: said(MOST.audience),
  writingStyle: said(MOST.style),
  brandVoice: line(MOST.brandVoice),
  contentType: line(MOST.contentType),
  patterns: lines,
  guidelines: lines,
  avoid: lines,
}) satisfies z.ZodType<WebsiteProfile>;

/** What is described: where it is from, its kind, and the texts themselves. */
export type Sample = { topic: string; kind: string; texts: string[] };

/**
 * Describes the style, the readers and the habits of texts with one call of the caller's model.
 *
 * @param onField called with each field as soon as it has arrived, already clean.
 */
export async function describeStyle(
  caller: Caller,
  { topic, kind, texts }: Sample,
  onField: (name: keyof WebsiteProfile, value: unknown) => void,
): Promise<WebsiteProfile> {
  const prompt = [
    `Describe ${kind}.`,
    "Task: describe",
    `Topic: ${topic}`,
    "Passages:",
    ...quotePassages(texts.map((words, index) => ({ id: `S${index + 1}.p1`, text: words }))),
  ].join("\n");
  return askByField(
    caller,
    {
      operation: "website",
      system: SYSTEM,
      prompt,
      maxOutputTokens: LIMITS.outputTokens.style,
      json: REPLY,
    },
    {
      schema: reply,
      onField: ({ name, value }) => {
        const known = PROFILE_FIELDS.find((field) => field === name);
        const parsed = known && reply.shape[known].safeParse(value);
        if (known && parsed?.success) onField(known, parsed.data);
      },
    },
  );
}
