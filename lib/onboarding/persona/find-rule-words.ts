const QUOTED = /[“"‘«]([^“”"‘’«»]{2,60})[”"’»]/g;
const FEWEST_LETTERS = 5;
/** Words of a rule that say what to do, not what to write. */
const VERBS = new Set(
  "about after again always avoid before begin being early every explain first leave never other people rather reader readers should their there these things those under using where which while words write writing without".split(
    " ",
  ),
);

/** What can be looked for in a text: words that rules quote, or else their longer words. */
export type RuleWords = { quoted: string[]; plain: string[] };

/** The words of rules that a text may hold. A rule with a quotation counts by that alone. */
export function listRuleWords(rules: readonly string[]): RuleWords {
  const quoted = rules.flatMap((rule) => [...rule.matchAll(QUOTED)].map(([, words = ""]) => words));
  const plain = rules
    .filter((rule) => rule.search(QUOTED) === -1)
    .flatMap((rule) => rule.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= FEWEST_LETTERS && !VERBS.has(word));
  return { quoted: [...new Set(quoted)], plain: [...new Set(plain)] };
}

/** Those of the words that stand in a text, also with an English ending. */
export function findWords(words: readonly string[], text: string): string[] {
  return words.filter((word) => {
    const literal = word.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    if (literal === "") return false;
    const whole = `(?<![\\p{L}\\p{N}])${literal}(?:s|es|ed|ing)?(?![\\p{L}\\p{N}])`;
    return new RegExp(whole, "iu").test(text);
  });
}
