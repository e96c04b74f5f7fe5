import type { JSONContent } from "@tiptap/core";
import { parseBlocks } from "./parse-blocks";
import { canonical, markdownManager } from "./section-format";

/** Stands where a character must be escaped that begins a line. */
const GUARD = "\ue000";
/** What would make a list, a heading, a quote or a rule of a line. */
const BEGINS_BLOCK = /^(\d{1,9}(?=[.)]))|^(?=[-+#=|])/;
const LIST_MARKER = /^ *(?:[-*+]|\d{1,9}[.)]) +/;
const FENCED = /(?<!`)(`{2,}) (.*?) \1(?!`)/g;
/** What the serializer escapes, wanted or not. */
const ESCAPED = /\\([\\`*_[\]~])|&(amp|gt);|&(lt);(?![a-z/!?])/gi;
const CHARACTERS: Record<string, string> = { amp: "&", gt: ">", lt: "<" };
/** Escapes mean nothing in an address. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;
/** Escapes that are looked at one by one; beyond them all are kept. */
const MOST_ESCAPES = 40;

/** One block as Markdown: as few escapes as give the same block when it is read again. */
export function renderBlock(block: JSONContent): string {
  if (block.type === "source") return markdownManager.serialize({ type: "doc", content: [block] });
  const wanted = canonical([block]);
  const guarded: JSONContent[] = wanted.children.map((child) => guardLines(child.toJSON()));
  const text = markdownManager
    .serialize({ type: "doc", content: guarded })
    .replaceAll(GUARD, "\\")
    .replace(ADDRESS, (address) => address.replace(ESCAPED, toCharacter));
  const reads = (candidate: string) => canonical(parseBlocks(candidate)).eq(wanted);
  const spellings = [text, indentBreaks(text), lengthenFences(text)];
  return relax(spellings.find(reads) ?? text, reads);
}

/**
 * Lines after a break in a list, beneath the words of their item: of one that is not indented the
 * lexer cuts off as much, and takes what is left for a heading, a rule or a fence where it looks so.
 */
function indentBreaks(text: string): string {
  let indent = "";
  const lines = text.split("\n");
  const indented = lines.map((line, index) => {
    if (lines[index - 1]?.endsWith("  ")) return indent + line;
    const [marker] = LIST_MARKER.exec(line) ?? [];
    if (marker) indent = " ".repeat(marker.length);
    return line;
  });
  return indented.join("\n");
}

/** Code with backticks in it, each between longer fences than the one before: the lexer pairs fences of one length. */
function lengthenFences(text: string): string {
  let more = 0;
  return text.replace(FENCED, (_, fence: string, code: string) => {
    const longer = fence + "`".repeat(more++);
    return `${longer} ${code} ${longer}`;
  });
}

function relax(text: string, reads: (text: string) => boolean): string {
  const places = [...text.matchAll(ESCAPED)];
  if (places.length === 0) return text;
  const plain = text.replace(ESCAPED, toCharacter);
  if (reads(plain)) return plain;
  return places
    .slice(0, MOST_ESCAPES)
    .toReversed()
    .reduce((kept, place) => {
      const end = place.index + place[0].length;
      const without =
        kept.slice(0, place.index) + place[0].replace(ESCAPED, toCharacter) + kept.slice(end);
      return reads(without) ? without : kept;
    }, text);
}

function toCharacter(_: string, character?: string, entity?: string, less?: string): string {
  return character ?? CHARACTERS[(entity ?? less ?? "").toLowerCase()] ?? "";
}

/** Text that would begin a block, though it is text. */
function guardLines(block: JSONContent): JSONContent {
  if (block.type === "codeBlock" || block.type === "source" || !block.content) return block;
  const { content } = block;
  const guarded = content.map((child, index) => {
    const begins = index === 0 || content[index - 1]?.type === "hardBreak";
    if (child.text === undefined) return guardLines(child);
    if (!begins || child.marks?.length) return child;
    return { ...child, text: child.text.trimStart().replace(BEGINS_BLOCK, `$1${GUARD}`) };
  });
  return { ...block, content: guarded };
}
