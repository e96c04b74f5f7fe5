const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, (index + 2) * 10]),
);
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  dozen: 12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const HUNDREDS = "hundred|dozen";
const THOUSANDS = "thousand|million|billion|trillion";
const END = "(?![\\p{L}\\p{N}_])";
const small = `(?:(?:${Object.keys(TENS).join("|")})(?:[ -](?:${Object.keys(SMALL).slice(1, 10).join("|")})${END})?|(?:${Object.keys(SMALL).reverse().join("|")}))`;
const head = `(?:${small}|an?(?= (?:${HUNDREDS}|${THOUSANDS})${END}))`;
const part = `${head}(?:[ -](?:${HUNDREDS})${END}(?:(?: and)? ${small}${END})?)?`;
const FRACTION = "(?:half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?";
/** "twenty-five", "three hundred and ten thousand", "a dozen", "fivefold"; no "one-third", no "dozens". */
const NUMBER_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}_-])${part}(?:[ -](?:${THOUSANDS})${END}(?:,?(?: and)? ${part})?){0,3}(?=fold(?![\\p{L}])|${END})(?![ -]${FRACTION}${END})`,
  "giu",
);

/** A number that was spelled out, by where it begins in the text that holds digits instead. */
export type SpelledNumber = { words: string; value: number };
/** Text with digits for words, and which of its numbers were words, by their position. */
export type DigitText = { text: string; spelled: ReadonlyMap<number, SpelledNumber> };

/** Writes spelled English numbers in digits. */
export function readNumberWords(text: string): DigitText {
  const spelled = new Map<number, SpelledNumber>();
  let out = "";
  let from = 0;
  for (const { 0: words, index } of text.matchAll(NUMBER_WORDS)) {
    out += text.slice(from, index);
    const value = toValue(words);
    spelled.set(out.length, { words, value });
    out += String(value);
    from = index + words.length;
    if (/^[\p{L}]/u.test(text.slice(from, from + 1))) out += "-";
  }
  return { text: out + text.slice(from), spelled };
}

function toValue(words: string): number {
  let [total, part] = [0, 0];
  for (const word of words.toLowerCase().split(/[ -]+/)) {
    const scale = SCALES[word];
    if (scale === undefined) part += SMALL[word] ?? TENS[word] ?? 0;
    else if (scale < 1_000) part = (part || 1) * scale;
    else {
      total += (part || 1) * scale;
      part = 0;
    }
  }
  return total + part;
}
