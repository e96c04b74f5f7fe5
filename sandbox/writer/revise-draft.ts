import { countWords } from "../text/cut-text";
import { splitSentences } from "../text/split-prose";
import { composeSection } from "./compose-section";
import type { Brief } from "./parse-brief";

/** A `<draft>` shortened, expanded or reordered, its citations kept. */
export function reviseDraft(brief: Brief, draft: string): string {
  const said = `${brief.task} ${brief.lastUserText.slice(0, 400)}`.toLowerCase();
  if (/short|condens|tighten|summar/.test(said)) return shorten(draft);
  if (/expand|longer|more detail/.test(said)) return expand(brief, draft);
  return mapParagraphs(draft, rewrite);
}

/** The first half of each paragraph. */
function shorten(draft: string): string {
  return mapParagraphs(draft, (sentences) => sentences.slice(0, Math.ceil(sentences.length / 2)));
}

/** The draft, followed by sentences of the passages it does not have yet. */
function expand(brief: Brief, draft: string): string {
  const passages = brief.passages.map(({ id, text }) => ({ id, text: withoutUsed(text, draft) }));
  const targetWords = Math.max(
    60,
    (brief.targetWords ?? countWords(draft) * 1.5) - countWords(draft),
  );
  const addition = passages.length > 0 ? composeSection({ ...brief, passages, targetWords }) : "";
  return addition === "" ? draft : `${draft}\n\n${addition}`;
}

/** A passage without the sentences that a draft holds already. */
export function withoutUsed(text: string, draft: string): string {
  const used = new Set(splitSentences(draft.replace(/ ?\[\[[^\]]+\]\]/g, "")));
  return text
    .split("\n")
    .map((line) =>
      splitSentences(line)
        .filter((sentence) => !used.has(sentence))
        .join(" "),
    )
    .join("\n");
}

/** Word for word but for the openings: a simulated writer must not change facts. */
function rewrite(sentences: string[]): string[] {
  return sentences.map((sentence) =>
    sentence
      .replace(/^However, /, "Even so, ")
      .replace(/^You can use /, "It is possible to use ")
      .replace(/^You can /, "It is possible to ")
      .replace(/^Additionally, /, "Besides, ")
      .replace(/^For example, /, "To give an example, "),
  );
}

function mapParagraphs(draft: string, change: (sentences: string[]) => string[]): string {
  return draft
    .split(/\n\s*\n/)
    .map((paragraph) => change(splitSentences(paragraph)).join(" "))
    .join("\n\n");
}
