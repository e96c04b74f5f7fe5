import { splitProse } from "../text/split-prose";
import { stemWords } from "../text/stem-words";
import type { Brief, Claim } from "./parse-brief";

type Judgement = {
  verdict: "supported" | "partial" | "unsupported";
  quote: string;
  reason: string;
};

/** Compares the words and numbers of a claim with its passages; the quote is a substring of one of them. */
export function judgeClaim(brief: Brief, claim: Claim): Judgement {
  const cited = brief.passages.filter(({ id }) => claim.passageIds.includes(id));
  const passages = cited.length > 0 ? cited : brief.passages;
  const wanted = [...new Set(stemWords(claim.sentence))];
  const quotes = passages.flatMap(({ text }) => listQuotes(text));
  const best = quotes
    .map((quote) => ({ quote, share: shareOf(wanted, quote) }))
    .sort((a, b) => b.share - a.share)[0];
  const numbers = claim.sentence.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const known = numbers.every((number) => passages.some(({ text }) => text.includes(number)));
  return toJudgement(best?.quote ?? "", known ? (best?.share ?? 1) : 0);
}

function toJudgement(quote: string, share: number): Judgement {
  if (share >= 0.55)
    return { verdict: "supported", quote, reason: "The passage says so in nearly these words." };
  if (share >= 0.3) return { verdict: "partial", quote, reason: "The passage says part of this." };
  return { verdict: "unsupported", quote, reason: "The passage does not say this." };
}

/** Sentences of a passage, exactly as they stand in it; its lines where it has no prose. */
function listQuotes(text: string): string[] {
  const sentences = splitProse(text)
    .flat()
    .filter((sentence) => text.includes(sentence));
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return sentences.length > 0
    ? [...sentences, ...lines.filter((line) => line.length < 300)]
    : lines;
}

function shareOf(wanted: string[], quote: string): number {
  const words = new Set(stemWords(quote));
  return wanted.filter((stem) => words.has(stem)).length / Math.max(1, wanted.length);
}

/** A sentence of its passages that says the nearest thing, cited; nothing where none comes near. */
export function mendClaim(brief: Brief, claim: Claim): string {
  const { verdict, quote } = judgeClaim(brief, { ...claim, sentence: withoutNumbers(claim) });
  const source = brief.passages.find(({ text }) => quote !== "" && text.includes(quote));
  if (verdict === "unsupported" || !source || quote.includes("\n")) return "";
  const end = /[.!?]["”)]?$/.exec(quote)?.index ?? quote.length;
  return `${quote.slice(0, end)} [[${source.id}]]${quote.slice(end) || "."}`;
}

/** A wrong number must not keep the right sentence from being found. */
function withoutNumbers({ sentence }: Claim): string {
  return sentence.replace(/\d[\d.,]*/g, "");
}
