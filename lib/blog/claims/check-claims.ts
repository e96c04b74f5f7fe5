import type { Passage } from "../run";
import type { Claim } from "../schema";

const MARK = /\s*\[\^(S\d+\.p\d+)\]/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;

/**
 * The sentences of a section that cite, each compared with its passages by code: a number that none
 * of them holds refutes it, anything else is left to a judge.
 */
export function checkClaims(markdown: string, passages: Passage[]): Claim[] {
  const sentences = markdown.split(/\n{2,}|(?<=[.!?](?:\s*\[\^S\d+\.p\d+\])*)\s+(?!\[\^)/);
  return sentences.flatMap((sentence) => {
    const passageIds = [...new Set([...sentence.matchAll(MARK)].map(([, id = ""]) => id))];
    const text = sentence.replace(MARK, "").trim();
    return passageIds.length > 0 && text ? [checkClaim(text, passageIds, passages)] : [];
  });
}

function checkClaim(text: string, passageIds: string[], passages: Passage[]): Claim {
  const cited = passages.filter(({ id }) => passageIds.includes(id));
  const missing = (text.match(NUMBER) ?? []).find(
    (number) => !cited.some((passage) => passage.text.includes(number)),
  );
  if (missing === undefined)
    return { text, passageIds, level: "unsure", quote: null, reason: null };
  const reason = `No cited passage says ${missing}.`;
  return { text, passageIds, level: "unsupported", quote: null, reason };
}
