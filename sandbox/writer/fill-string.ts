import type { JsonSchema } from "../gemini/schema";
import { cutText } from "../text/cut-text";

const FORMATS: Readonly<Record<string, string>> = {
  date: "2026-03-01",
  "date-time": "2026-03-01T00:00:00Z",
  uri: "https://nextjs.org/docs",
  email: "reader@example.com",
};

/** The first suggestion that fits the schema's pattern and format, cut or padded to its length. */
export function fillString(schema: JsonSchema, suggestions: string[], name: string): string {
  const format = FORMATS[schema.format ?? ""];
  if (format !== undefined) return format;
  const fitting = suggestions.find((text) => matches(schema, text)) ?? suggestions[0] ?? "";
  // A quotation must stay a substring of its passage: it may be cut, never polished.
  const max = schema.maxLength ?? Number.POSITIVE_INFINITY;
  const cut = /quote|evidence/.test(name) ? fitting.slice(0, max) : cutText(fitting, max);
  return padText(cut, schema.minLength ?? 0, max);
}

function matches({ pattern }: JsonSchema, text: string): boolean {
  return pattern === undefined || new RegExp(pattern, "u").test(text);
}

function padText(text: string, min: number, max: number): string {
  if (text.length >= min) return text;
  const padded = `${text} ${"More detail follows in the text. ".repeat(Math.ceil(min / 20))}`;
  return padded
    .slice(0, Math.max(min, Math.min(max, min + 20)))
    .trimEnd()
    .padEnd(min, ".");
}
