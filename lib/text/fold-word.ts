/** What a word may end with, and how many letters are left of it then at the least. */
const ENDINGS: readonly (readonly [ending: RegExp, left: number])[] = [
  [/(?:ing|ed|en|em)$/, 4],
  [/es$/, 3],
  [/(?<!s)s$/, 3],
  [/[en]$/, 3],
];
/** German plurals of this ending change their vowel: Haus, Häuser. */
const AFTER_UMLAUT = /ern?$/;
const UMLAUT = /[äöü]/;

/**
 * A crude stem of a word in small letters, which makes one of cache, caches, cached and caching, of Haus
 * and Häuser, of Wärmepumpen and waermepumpe. Only the words of two texts may be compared by it.
 */
export function foldWord(word: string): string {
  const plain = word
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([aou])e/g, "$1");
  const bare = UMLAUT.test(word.normalize("NFC")) ? strip(plain, AFTER_UMLAUT, 3) : plain;
  const ending = ENDINGS.find(([end, left]) => strip(bare, end, left) !== bare);
  return (ending ? strip(bare, ...ending) : bare).replace(/(?<=..)y$/, "i");
}

function strip(word: string, ending: RegExp, left: number): string {
  const bare = word.replace(ending, "");
  return bare.length >= left ? bare : word;
}
