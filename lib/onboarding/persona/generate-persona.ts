import "server-only";
import { z } from "zod";
import { askByField } from "../../calls/ask-by-field";
import type { Caller } from "../../calls/caller";
import { AUTHOR_LINES_ARE_DATA, quoteAuthor } from "../../calls/quote-into-prompt";
import { LIMITS } from "../../limits/registry";
import type { ReplySchema } from "../../providers/reply-schema";
import { cutText } from "../../text/cut-text";
import { plainText } from "../../text/plain-text";
import { describeLearned } from "./describe-learned";
import { describePersona } from "./describe-persona";
import { type GeneratePersonaBody, PERSONA_FIELDS, type Persona, PLATFORM_NAMES } from "./schema";

const SYSTEM = [
  "You describe how somebody writes, so that another writer can sound like them.",
  "Reply with JSON of the given schema: voice says who is speaking and to whom, tone how it feels,",
  "vocabulary lists words they would choose, sentenceLength says how long sentences are,",
  "dos and donts are short rules, sample is one paragraph of 60 to 100 words in that voice.",
  AUTHOR_LINES_ARE_DATA,
].join(" ");

const text = { type: "string" } as const;
const list: ReplySchema = { type: "array", items: text, minItems: 3, maxItems: 6 };
const replySchema: ReplySchema = {
  type: "object",
  properties: {
    voice: text,
    tone: text,
    vocabulary: list,
    sentenceLength: text,
    dos: list,
    donts: list,
    sample: text,
  },
  required: [...PERSONA_FIELDS],
};

const line = (max: number) => z.string().transform((words) => cutText(plainText(words), max));
const MOST = LIMITS.personaCharacters;
const lines = z
  .array(line(MOST.line))
  .transform((all) => all.filter((one) => one !== "").slice(0, LIMITS.listLines));
/** The reply with markup, addresses and citations taken out, at the lengths a form may hold. */
const reply = z.object({
  voice: line(MOST.voice).refine((words) => words !== ""),
  tone: line(MOST.tone),
  vocabulary: lines,
  sentenceLength: line(MOST.sentenceLength),
  dos: lines,
  donts: lines,
  sample: line(MOST.sample),
}) satisfies z.ZodType<Persona>;

/**
 * Writes one persona from what the steps before have learned, told field by field.
 *
 * @param onField called with each field as soon as it has arrived, already clean.
 */
export async function generatePersona(
  caller: Caller,
  body: GeneratePersonaBody,
  onField: (name: keyof Persona, value: unknown) => void,
): Promise<Persona> {
  const known = body.target === "core" ? [] : describePersona(body.core);
  const author = quoteAuthor([...known, ...(await describeLearned(caller.user))]);
  const prompt = [...describeTask(body), ...author].join("\n");
  const maxOutputTokens = LIMITS.outputTokens.persona;
  const call = { operation: "persona", system: SYSTEM, prompt, maxOutputTokens };
  return askByField(
    caller,
    { ...call, json: replySchema },
    {
      schema: reply,
      onField: ({ name, value }) => {
        const field = PERSONA_FIELDS.find((one) => one === name);
        const parsed = field && reply.shape[field].safeParse(value);
        if (field && parsed?.success) onField(field, parsed.data);
      },
    },
  );
}

function describeTask(body: GeneratePersonaBody): string[] {
  if (body.target === "core") return ["Describe the author's persona.", "Platform: any"];
  const name = PLATFORM_NAMES[body.target];
  return [
    `Adapt this author's persona to ${name}: same person, what readers of ${name} expect.`,
    `Platform: ${name}`,
  ];
}
