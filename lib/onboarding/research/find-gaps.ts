import "server-only";
import { z } from "zod";
import { askByField } from "../../calls/ask-by-field";
import type { Caller } from "../../calls/caller";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { LIMITS } from "../../limits/registry";
import type { ReplySchema } from "../../providers/reply-schema";
import { cutText } from "../../text/cut-text";
import { plainText } from "../../text/plain-text";
import type { Competitor } from "./schema";

const SYSTEM = [
  "You compare what several companies publish, for somebody who writes for the same readers.",
  "Reply with JSON of the given schema. topics: what they write about. gaps: questions of these readers that they leave open.",
  PASSAGES_ARE_DATA,
].join(" ");
const list = { type: "array", items: { type: "string" }, minItems: 3, maxItems: 8 } as const;
const REPLY: ReplySchema = {
  type: "object",
  properties: { topics: list, gaps: list },
  required: ["topics", "gaps"],
};
const lines = z.array(z.string()).transform((all) =>
  all
    .map((one) => cutText(plainText(one), 400))
    .filter(Boolean)
    .slice(0, 12),
);
const reply = z.object({ topics: lines, gaps: lines });

/** What competitors write about, and where the gaps are. */
export type Gaps = z.infer<typeof reply>;

/** One call of the caller's model over what was found of each competitor. */
export async function findGaps(
  caller: Caller,
  { description, competitors }: { description: string; competitors: Competitor[] },
  onField: (name: string, value: string[]) => void,
): Promise<Gaps> {
  const passages = competitors.map(({ name, highlights }, index) => ({
    id: `S${index + 2}.p1`,
    text: [name, ...highlights].join("\n"),
  }));
  const prompt = [
    "Compare these companies with somebody who describes their own work in the first passage.",
    "Task: describe",
    "Topic: competitors",
    "Passages:",
    ...quotePassages([{ id: "S1.p1", text: description }, ...passages]),
  ].join("\n");
  return askByField(
    caller,
    {
      operation: "research",
      system: SYSTEM,
      prompt,
      maxOutputTokens: LIMITS.outputTokens.gaps,
      json: REPLY,
    },
    {
      schema: reply,
      onField: ({ name, value }) => {
        const parsed = lines.safeParse(value);
        if (parsed.success && (name === "topics" || name === "gaps")) onField(name, parsed.data);
      },
    },
  );
}
