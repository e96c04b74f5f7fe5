import { readWords } from "../../text/read-words";
import { type Sentence, splitSentences } from "../claims/split-sentences";

/** Which ends of a section may change. */
type Ends = { first: boolean; last: boolean };
/** A new beginning or end may be one sentence and a bridge, not a paragraph. */
const MOST_SENTENCES = 2;

/**
 * A section with the first and the last sentence of a reply, and everything between as it was,
 * whatever the reply says there. Where the reply says nothing, so does this. Pure.
 *
 * @param ends false for an end that has no neighbour: it stays.
 */
export function keepMiddle(markdown: string, reply: string, ends: Ends): string {
  const own = listSentences(markdown);
  const said = listSentences(reply);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || said.length === 0) return markdown;
  const source = ({ start, end }: Sentence) => markdown.slice(start, end);
  if (first === last) {
    const whole = joinSentences(reply, said.slice(0, MOST_SENTENCES));
    return markdown.slice(0, first.start) + whole + markdown.slice(first.end);
  }
  const head = ends.first ? readHead(said, own[1]) : [];
  const tail = ends.last && said.length > 1 ? readTail(said, own.at(-2)) : [];
  return [
    markdown.slice(0, first.start),
    head.length > 0 ? joinSentences(reply, head) : source(first),
    markdown.slice(first.end, last.start),
    tail.length > 0 ? joinSentences(reply, tail) : source(last),
    markdown.slice(last.end),
  ].join("");
}

function listSentences(markdown: string): Sentence[] {
  return splitSentences(markdown).filter(({ heading }) => !heading);
}

/** What the reply says before the sentence that was the second one. */
function readHead(said: Sentence[], second: Sentence | undefined): Sentence[] {
  const at = said.findIndex((sentence) => saysSame(sentence, second));
  return at >= 0 && at <= MOST_SENTENCES ? said.slice(0, at) : said.slice(0, 1);
}

/** What the reply says behind the sentence that was the last but one. */
function readTail(said: Sentence[], lastButOne: Sentence | undefined): Sentence[] {
  const at = said.findLastIndex((sentence) => saysSame(sentence, lastButOne));
  const rest = said.length - 1 - at;
  return at >= 0 && rest <= MOST_SENTENCES ? said.slice(at + 1) : said.slice(-1);
}

function saysSame(one: Sentence, other: Sentence | undefined): boolean {
  return other !== undefined && toKeys(one) === toKeys(other);
}

function toKeys({ text }: Sentence): string {
  return readWords(text)
    .map(({ key }) => key)
    .join(" ");
}

/** On one line: they take the place of one sentence. */
function joinSentences(reply: string, sentences: Sentence[]): string {
  return sentences
    .map(({ start, end }) => reply.slice(start, end).replace(/\s*\n[\s>]*/g, " "))
    .join(" ");
}
