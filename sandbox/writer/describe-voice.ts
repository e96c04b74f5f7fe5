import { splitProse } from "../text/split-prose";
import type { Brief } from "./parse-brief";

const SMALL_WORDS =
  /^(?:about|after|also|because|before|between|could|first|from|have|into|more|most|only|other|should|than|that|their|them|then|there|these|they|this|those|using|when|where|which|while|will|with|would|your)$/;

type VoiceRule = { name: RegExp; suggest(brief: Brief): string[] };

/** Strings of a style, measured in the passages: other texts give another style. */
export const VOICE_RULES: VoiceRule[] = [
  { name: /^writingstyle$/, suggest: (brief) => [describeSentences(brief)] },
  { name: /^brandvoice$/, suggest: (brief) => [describeAddress(brief)] },
  { name: /^contenttype$/, suggest: (brief) => [`Articles about ${listWords(brief, 2)}`] },
  { name: /^patterns$/, suggest: suggestPatterns },
  { name: /^guidelines$/, suggest: suggestGuidelines },
  { name: /^avoid$/, suggest: () => ["Superlatives", "Long introductions", "Unexplained terms"] },
  {
    name: /^(?:topics|themes)$/,
    suggest: (brief) => topWords(brief, 6).map((word) => `How ${word} is used`),
  },
  {
    name: /^gaps$/,
    suggest: (brief) =>
      topWords(brief, 9)
        .slice(3)
        .map((word) => `What ${word} costs in practice`),
  },
];

/** What a site is about, by its most frequent words. */
export function describeSite(brief: Brief): string {
  return `Texts about ${listWords(brief, 4)} for people who work with them.`;
}

function describeSentences({ passages }: Brief): string {
  const sentences = passages.flatMap(({ text }) => splitProse(text).flat());
  const words = sentences.map((sentence) => sentence.split(/\s+/).length);
  const mean = Math.round(words.reduce((sum, count) => sum + count, 0) / Math.max(1, words.length));
  const pace = mean < 13 ? "Short" : mean < 20 ? "Medium" : "Long";
  return `${pace} sentences of about ${mean} words, plain and direct.`;
}

function describeAddress({ passages }: Brief): string {
  const all = passages.map(({ text }) => text).join(" ");
  const you = all.match(/\byour?\b/gi)?.length ?? 0;
  const we = all.match(/\b(?:we|our)\b/gi)?.length ?? 0;
  if (you > we) return "Speaks to the reader as “you”, like a patient colleague.";
  return we > 0 ? "Speaks as “we”, like a team that shows its work." : "Neutral, like a handbook.";
}

function suggestPatterns(brief: Brief): string[] {
  return topWords(brief, 3).map((word) => `Comes back to ${word} with an example`);
}

function suggestGuidelines(brief: Brief): string[] {
  return [
    "Begin with the answer",
    `Explain ${listWords(brief, 1)} at its first use`,
    "Show a small example",
  ];
}

function listWords(brief: Brief, count: number): string {
  return new Intl.ListFormat("en").format(topWords(brief, count));
}

/** The most frequent longer words of the passages; the topic where there are none. */
function topWords({ passages, topic }: Brief, count: number): string[] {
  const counts = new Map<string, number>();
  for (const word of passages
    .map(({ text }) => text)
    .join(" ")
    .toLowerCase()
    .match(/\b[a-z]{5,14}\b/g) ?? [])
    if (!SMALL_WORDS.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const words = ranked.slice(0, count).map(([word]) => word);
  return words.length > 0 ? words : [topic.toLowerCase()];
}
