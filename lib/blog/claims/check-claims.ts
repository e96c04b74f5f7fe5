import { cutText } from "../../text/cut-text";
import type { Passage } from "../run";
import type { Claim } from "../schema";
import { listFullWords, openQuotes, readClaimWords } from "../sources/open-quotes";
import { compareFacts, readFacts, type SentenceFacts } from "./compare-facts";
import { explainUncited } from "./facts/explain-finding";
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

/** A passage, read once. */
type Read = { evidence: Evidence; findQuote: ReturnType<typeof openQuotes> };
type Library = (id: string) => Read | undefined;

/** Passages by id, each read when it is first cited. */
function openLibrary(passages: Passage[]): Library {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const known = new Map<string, Read>();
  return (id) => {
    const text = byId.get(id)?.text;
    if (text === undefined) return undefined;
    const read = known.get(id) ?? { evidence: readEvidence(text), findQuote: openQuotes(text) };
    known.set(id, read);
    return read;
  };
}

function checkCited({ text, passageIds }: Sentence, library: Library): Claim {
  const cited = passageIds.flatMap((id) => library(id) ?? []);
  const unknown = passageIds.filter((id) => !library(id));
  const evidence = cited.map((read) => read.evidence);
  const problems = evidence.length > 0 ? compareFacts(readFacts(text), evidence) : [];
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
  const reason = explainUncited(fact);
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
function chooseQuote(cited: readonly Read[], text: string): string | null {
  const [words, full] = [readClaimWords(text), listFullWords(text)];
  const quotes = cited.map(({ findQuote }) => {
    const quote = findQuote(words);
    return { quote: quote.text, shared: countShared(full, quote.words) };
  });
  const best = quotes.sort((one, other) => other.shared - one.shared)[0];
  return best && best.shared > 0 ? best.quote : null;
}

function countShared(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (others.has(word)) shared += 1;
  return shared;
}

function joinReasons(reasons: readonly string[]): string | null {
  if (reasons.length === 0) return null;
  const rest = reasons.length - 2;
  return [...reasons.slice(0, 2), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(" ");
}
