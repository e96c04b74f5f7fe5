import { readFileSync } from "node:fs";
import { z } from "zod";

const document = z.object({ doc: z.number(), text: z.string() });
const statement = z.object({
  set: z.string(),
  supported: z.boolean(),
  claim: z.string(),
  docs: z.array(z.number()),
  original: z.string().optional(),
});
/** What others say of a text: whether its documents bear it out, and what it read before it was edited. */
export type Labelled = {
  set: string;
  supported: boolean;
  claim: string;
  texts: string[];
  original?: string;
};

/**
 * Reads labelled statements.
 *
 * @param file JSON lines: `{doc, text}` for each document, and statements that name theirs by number.
 * @throws for a line that is neither.
 */
export function readLabelled(file: string): Labelled[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const rows = lines.map((line) => z.union([document, statement]).parse(JSON.parse(line)));
  const texts = new Map(rows.flatMap((row) => ("doc" in row ? [[row.doc, row.text]] : [])));
  return rows.flatMap((row) => {
    if ("doc" in row) return [];
    const { set, supported, claim, original } = row;
    const own = row.docs.map((doc) => texts.get(doc) ?? "");
    return [{ set, supported, claim, texts: own, ...(original ? { original } : {}) }];
  });
}
