import { stripMarkup } from "../../markdown/strip-markup";
import { readWords, weighWords } from "../../text/read-words";
import type { CopiedRun, Originality } from "../edit/schema";
import type { Library, Passage } from "../run";
import type { Source } from "../schema";
import { findRuns, type Run } from "./find-runs";
import { type OwnWords, readOwnWords } from "./read-own-words";

/** A text of the same user: another post of theirs. */
export type OtherPost = { id: string; title: string; text: string };
type Measured = Pick<Originality, "words" | "copiedWords" | "copied" | "shared">;

/** A sentence of fewer words is anybody's. */
const FEWEST_SHARED = 6;
/** As many as anybody reads. */
const MOST_LISTED = 40;

/**
 * What of a section is not its own: runs of words that stand in a passage as well, and sentences that
 * stand in another post of the same user. Cited quotations are left out. Of two sources that say the same, one
 * that the section cites is named. Pure, and free.
 */
export function measureOriginality(
  markdown: string,
  { sources, passages }: Library,
  others: readonly OtherPost[],
): Measured {
  const own = readOwnWords(markdown);
  const texts = sources.map((source) => readSource(source, passages, markdown));
  const inOrder = texts.toSorted((one, other) => Number(other.cited) - Number(one.cited));
  const runs = findRuns(
    own.words,
    inOrder.map(({ keys }) => keys),
  );
  const copied = runs.map((run) => describeRun(run, own, { markdown, texts: inOrder }));
  return {
    words: own.count,
    copiedWords: copied.reduce((sum, { words }) => sum + words, 0),
    copied: copied.slice(0, MOST_LISTED),
    shared: listShared(own, copied, others).slice(0, MOST_LISTED),
  };
}

type SourceText = { source: Source; keys: string[]; passageIds: string[]; cited: boolean };

/** The passages of a source in their order: a run may go from one to the next. */
function readSource(source: Source, passages: readonly Passage[], markdown: string): SourceText {
  const own = passages.filter(({ sourceId }) => sourceId === source.id);
  const words = own.flatMap(({ id, text }) => readWords(text).map(({ key }) => ({ id, key })));
  return {
    source,
    keys: words.map(({ key }) => key),
    passageIds: words.map(({ id }) => id),
    cited: markdown.includes(`[^${source.id}.`),
  };
}

type Texts = { markdown: string; texts: readonly SourceText[] };

function describeRun(run: Run, { words }: OwnWords, { markdown, texts }: Texts): CopiedRun {
  const copied = words.slice(run.from, run.to).filter((word) => word !== null);
  const start = copied[0]?.start ?? 0;
  const end = copied.at(-1)?.end ?? start;
  const found = texts[run.text];
  return {
    text: stripMarkup(markdown.slice(start, end)),
    words: weighWords(copied),
    start,
    end,
    passageId: found?.passageIds[run.at] ?? "",
    title: found?.source.title ?? "",
    url: found?.source.url ?? null,
  };
}

/** Sentences that another post has word for word, but for those that both have from a source. */
function listShared(
  { words, sentences }: OwnWords,
  copied: readonly CopiedRun[],
  others: readonly OtherPost[],
) {
  const texts = others.map(({ id, title, text }) => ({ postId: id, title, keys: joinKeys(text) }));
  return sentences.flatMap(({ start, end, text }) => {
    const own = words.filter((word) => word !== null && word.start >= start && word.end <= end);
    const keys = joinKeys(text);
    const [first, last] = [own[0], own.at(-1)];
    const isCopied = copied.some(
      (run) => first && last && run.start <= first.start && last.end <= run.end,
    );
    const isOwn = own.length === readWords(text).length && !isCopied;
    if (!isOwn || weighWords(readWords(text)) < FEWEST_SHARED) return [];
    const found = texts.find((other) => other.keys.includes(keys));
    return found ? [{ text: stripMarkup(text), postId: found.postId, title: found.title }] : [];
  });
}

function joinKeys(text: string): string {
  const keys = readWords(text).map(({ key }) => key);
  return ` ${keys.join(" ")} `;
}
