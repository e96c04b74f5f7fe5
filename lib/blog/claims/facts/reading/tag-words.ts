/** A word of a text: its stem, where it stands, and what kind of word it is. */
export type Word = {
  stem: string;
  start: number;
  end: number;
  /** "the", "was": says nothing of what a sentence is about. */
  empty: boolean;
  /** Written with a capital letter, though no sentence begins with it. */
  name: boolean;
  /** Begins with a digit. */
  number: boolean;
  /** Denies what follows. */
  negation: boolean;
};

const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
const WORD = new RegExp(`[${CJK}]|[[\\p{L}\\p{N}]--[${CJK}]]+(?:['’]\\p{L}+)?`, "gv");
const EMPTY = new Set(
  "the a an and or of in on at to for with from by as is was were are be been being it its his her he she they them their that this these those which who whom whose into than then also had has have but about some any all each other there here when while where what how i you we our your my me us do does did will would can could may might shall should so such only very just more most".split(
    " ",
  ),
);

const NEGATIONS = new Set("not no never cannot without neither nor none".split(" "));

/** What a word is wherever it stands. */
type Form = Pick<Word, "stem" | "number" | "negation" | "empty">;
const FORMS = new Map<string, Form>();
/**
 * As many words are remembered as a language has that are in use, and none so long that it would be a
 * mere view of the text it was cut from, and keep that in memory.
 */
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 12;

/** The words of a text in order, at most 300 letters each. */
export function tagWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: raw, index }) => {
    const form = isNumberSign(text, index, raw) ? NUMBER_SIGN : readForm(raw);
    const { stem, number, negation, empty } = form;
    const capital = CAPITAL.test(raw);
    const name = capital && !beginsSentence(text, index);
    return { stem, number, negation, empty, name, start: index, end: index + raw.length };
  });
}

const CAPITAL = /^\p{Lu}/u;
const NUMBER_SIGN: Form = { stem: "number", number: false, negation: false, empty: false };

function readForm(raw: string): Form {
  const known = FORMS.get(raw);
  if (known) return known;
  const lower = raw.toLowerCase().replaceAll("’", "'");
  const form = {
    stem: stemWord(lower),
    number: /^\d/.test(raw),
    negation: NEGATIONS.has(lower) || lower.endsWith("n't"),
    empty: EMPTY.has(lower),
  };
  if (raw.length <= LONGEST_KNOWN && FORMS.size < MOST_KNOWN) FORMS.set(raw, form);
  return form;
}

/** "No. 1" denies nothing. */
function isNumberSign(text: string, index: number, raw: string): boolean {
  return raw.length === 2 && /^no$/i.test(raw) && /^\.? ?\d/.test(text.slice(index + 2, index + 5));
}

function beginsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?:\n|#"“(•-])\s*$/u.test(text.slice(Math.max(0, index - 4), index));
}

/** A crude English stem: enough to match "rise", "rises" and "rising", and "company's". */
export function stemWord(word: string): string {
  const base = word.replace(/'s?$/, "");
  if (base.length < 5) return base.length === 4 ? base.replace(/(?<=[^s])s$/, "") : base;
  const cut = base
    .replace(/(?:ings?|edly|ed|ies|es|ly|ers?|ors?|s|ions?|ments?)$/, "")
    .replace(/([^aeiouls])\1$/, "$1")
    .replace(/[eiy]$/, "");
  return cut.length >= 3 ? cut : base;
}
