import type { JSONContent } from "@tiptap/core";
import { parseBlocks } from "./parse-blocks";
import { renderBlock } from "./render-block";
import { canonical, markdownManager } from "./section-format";

/** The blocks of a section, each with the Markdown it came from: unchanged ones are saved as they were. */
export type ParsedSection = { blocks: JSONContent[]; sources: (string | null)[] };

/** A token of the Markdown lexer, as far as it is looked at here. */
type Token = {
  type: string;
  raw: string;
  text?: string;
  task?: boolean;
  tokens?: Token[];
  items?: Token[];
};

/** What the editor has no form for. */
const FOREIGN = new Set(["table", "html", "image", "def"]);

/** Markdown as blocks for the editor. What it cannot show is kept as a block of source. */
export function parseSection(markdown: string): ParsedSection {
  const tokens: Token[] = markdownManager.instance.lexer(markdown);
  const parsed = tokens
    .filter(({ type, raw }) => type !== "space" && raw.trim() !== "")
    .map(parseToken);
  return {
    blocks: parsed.flatMap(({ blocks }) => blocks),
    sources: parsed.flatMap(({ blocks, raw }) =>
      blocks.length === 1 ? [raw] : blocks.map(() => null),
    ),
  };
}

function parseToken(token: Token): { blocks: JSONContent[]; raw: string } {
  const raw = token.raw.replace(/\n+$/, "");
  const blocks = isForeign(token) ? undefined : parseFaithfully(raw);
  return { raw, blocks: blocks ?? [toSource(raw)] };
}

/** The blocks of a text, if writing and reading them again gives the same. */
function parseFaithfully(raw: string): JSONContent[] | undefined {
  const blocks = parseBlocks(raw);
  if (blocks.length === 0) return undefined;
  const again = parseBlocks(blocks.map(renderBlock).join("\n\n"));
  return canonical(again).eq(canonical(blocks)) ? blocks : undefined;
}

function toSource(text: string): JSONContent {
  return { type: "source", content: [{ type: "text", text }] };
}

/** Addresses are plain words here; what has a text of its own would lose its address. */
function isForeign(token: Token): boolean {
  if (FOREIGN.has(token.type) || token.task) return true;
  if (token.type === "link" && token.raw !== token.text) return true;
  return [...(token.tokens ?? []), ...(token.items ?? [])].some(isForeign);
}
