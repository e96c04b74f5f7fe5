const SMALL: Readonly<Record<string, number>> = numberFrom(
  0,
  1,
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
);
const TENS: Readonly<Record<string, number>> = numberFrom(
  20,
  10,
  "twenty thirty forty fifty sixty seventy eighty ninety",
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
/** Speech is often written down as "twenty - five". */
const HYPHEN = "(?: - |[ -])";
/** Each word that a spelled number begins with, but for "a". */
export const NUMBER_WORDS = [...Object.keys(SMALL), ...Object.keys(TENS)];
/** Up to 99. */
export const SMALL_NUMBER = `(?:(?:${Object.keys(TENS).join("|")})(?:${HYPHEN}(?:${Object.keys(SMALL).slice(1, 10).join("|")})${END})?|(?:${Object.keys(SMALL).reverse().join("|")}))`;
const head = `(?:${SMALL_NUMBER}|an?(?= (?:${HUNDREDS}|${THOUSANDS})${END}))`;
const part = `${head}(?:[ -](?:${HUNDREDS})${END}(?:(?: and)? ${SMALL_NUMBER}${END})?)?`;
const FRACTION = "(?:half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?";
/** "twenty-five", "three hundred and ten thousand", "a dozen", "fivefold"; no "one-third", no "dozens". */
export const CARDINAL = `(?<![\\p{L}\\p{N}_-])${part}(?:[ -](?:${THOUSANDS})${END}(?:,?(?: and)? ${part})?){0,3}(?=fold(?![\\p{L}])|${END})(?![ -]${FRACTION}${END})`;

/** The value of a spelled cardinal number. */
export function toValue(words: string): number {
  let [total, sum] = [0, 0];
  for (const word of words.toLowerCase().split(/[ -]+/)) {
    const scale = SCALES[word];
    if (scale === undefined) sum += SMALL[word] ?? TENS[word] ?? 0;
    else if (scale < 1_000) sum = (sum || 1) * scale;
    else {
      total += (sum || 1) * scale;
      sum = 0;
    }
  }
  return total + sum;
}

function numberFrom(first: number, step: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word, index) => [word, first + index * step]));
}
