import { cutText } from "../../text/cut-text";
import type { Passage } from "../run";
import type { Claim } from "../schema";
import { findQuote } from "../sources/find-quote";
import { compareFacts, readFacts, type SentenceFacts } from "./compare-facts";
import { type Evidence, readEvidence } from "./facts/read-evidence";
import { type Sentence, splitSentences } from "./split-sentences";

/** A claim and the stretch of Markdown that it stands in. */
export type PlacedClaim = Claim & { start: number; end: number };

/**
 * Checks every sentence of a section that cites, by code alone: the passages exist, and they hold
 * each number, date and quotation of the sentence. What they do not hold is `unsupported`, with the
 * reason in words; everything else is `unsure` until a judge has read it. A sentence that states
 * a number, date or quotation and cites nothing is `unsure` too. Never throws; linear in the text.
 *
 * @param markdown a section that cites as `[^S1.p2]`.
 * @param passages all that the section may cite.
 */
export function checkClaims(markdown: string, passages: Passage[]): Claim[] {
  return placeClaims(markdown, passages).map(({ start: _, end: __, ...claim }) => claim);
}

/** The same claims with their places. */
export function placeClaims(markdown: string, passages: Passage[]): PlacedClaim[] {
  const library = openLibrary(passages);
  return splitSentences(markdown).flatMap((sentence) => {
    const claim =
      sentence.passageIds.length > 0 ? checkCited(sentence, library) : checkUncited(sentence);
    return claim ? [{ ...claim, start: sentence.start, end: sentence.end }] : [];
  });
}

type Library = { find: (id: string) => Passage | undefined; read: (passage: Passage) => Evidence };

/** Passages by id, each read once. */
function openLibrary(passages: Passage[]): Library {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const read = new Map<string, Evidence>();
  return {
    find: (id) => byId.get(id),
    read: ({ id, text }) => {
      const evidence = read.get(id) ?? readEvidence(text);
      read.set(id, evidence);
      return evidence;
    },
  };
}

function checkCited({ text, passageIds }: Sentence, library: Library): Claim {
  const cited = passageIds.flatMap((id) => library.find(id) ?? []);
  const unknown = passageIds.filter((id) => !library.find(id));
  const problems = cited.length > 0 ? compareFacts(readFacts(text), cited.map(library.read)) : [];
  const refuted = problems.filter((problem) => problem.refuted);
  const reasons = [
    ...unknown.map((id) => `It cites ${id}, which was not retrieved.`),
    ...(refuted.length > 0 ? refuted : problems).map(({ reason }) => reason),
  ];
  return {
    text,
    passageIds,
    level: unknown.length + refuted.length > 0 ? "unsupported" : "unsure",
    quote: chooseQuote(cited, text),
    reason: joinReasons(reasons),
  };
}

/** A number that is spelled out may be a turn of phrase, and a name is no statement. */
function checkUncited({ text, heading }: Sentence): Claim | undefined {
  const fact = heading ? undefined : firstFact(readFacts(text));
  if (fact === undefined) return undefined;
  const reason = `It states “${fact}” and cites nothing.`;
  return { text, passageIds: [], level: "unsure", quote: null, reason };
}

function firstFact({ quantities, dates, quotations }: SentenceFacts): string | undefined {
  const stated = quantities.filter(
    ({ spelled, exact, worded, unit }) =>
      !spelled && !exact && !worded && unit?.kind !== "weekday" && unit?.kind !== "quarter",
  );
  const raw = [...stated, ...dates, ...quotations][0]?.raw.trim();
  return raw === undefined || raw.length <= 90 ? raw : `${cutText(raw, 89)}…`;
}

/** The sentence of the cited passages that shares most words with the claim; null where none does. */
function chooseQuote(cited: readonly Passage[], text: string): string | null {
  const wanted = listWords(text);
  const quotes = cited.map((passage) => {
    const quote = findQuote(passage.text, text);
    const shared = [...listWords(quote)].filter((word) => wanted.has(word)).length;
    return { quote, shared };
  });
  const best = quotes.sort((one, other) => other.shared - one.shared)[0];
  return best && best.shared > 0 ? best.quote : null;
}

/** Words of more than three letters; single characters where a script parts no words. */
function listWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]{4,}/gu) ?? []);
}

function joinReasons(reasons: readonly string[]): string | null {
  if (reasons.length === 0) return null;
  const rest = reasons.length - 2;
  return [...reasons.slice(0, 2), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(" ");
}
