import { countWords } from "../text/count-words";
import { splitSentences } from "../text/split-prose";
import { composeSection } from "./compose-section";
import type { Brief } from "./parse-brief";

/** A `<draft>` shortened, expanded or reordered, its citations kept. */
export function reviseDraft(brief: Brief, draft: string): string {
  if (/transition/.test(brief.task)) return bridge(draft);
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

/** The ends alone: a few words that lead in, and a few that lead out. */
function bridge(draft: string): string {
  const paragraphs = draft.split(/\n\s*\n/).map(splitSentences);
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (first?.[0]) first[0] = `With that in mind, ${decapitalize(first[0])}`;
  const end = last?.at(-1);
  if (last && end && (last.length > 1 || last !== first))
    last[last.length - 1] = `Before the next step: ${decapitalize(end)}`;
  return paragraphs.map((sentences) => sentences.join(" ")).join("\n\n");
}

/** A name or code keeps its spelling. */
function decapitalize(sentence: string): string {
  return /^\p{Lu}\p{Ll}*\s+\p{Ll}/u.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}

function mapParagraphs(draft: string, change: (sentences: string[]) => string[]): string {
  return draft
    .split(/\n\s*\n/)
    .map((paragraph) => change(splitSentences(paragraph)).join(" "))
    .join("\n\n");
}
