const STOP_WORDS = new Set(
  `a an and are as at be been but by can could did do does for from had has have how if in into is it its
  of on or our should so than that the their them then there these they this to was we were what when where
  which while who why will with would you your about also not no all any each more most other some such only`.split(
    /\s+/,
  ),
);

/** Words that say "an article about", and the name every page of the corpus holds: they tell no page from another. */
const FILLER_WORDS = new Set(
  `best practice practices guide tutorial introduction overview common mistake mistakes example examples
  tips tip beginner beginners explained complete practical work works matter matters start started getting
  next js nextjs`.split(/\s+/),
);

/** Word stems in order: `Caching the caches` gives `cach cach`. Stop words are left out. */
export function stemWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !STOP_WORDS.has(word)).map(stemWord);
}

/** Stems of a query without filler words, unless it has nothing else. */
export function stemQuery(query: string): string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = stemWords(words.filter((word) => !FILLER_WORDS.has(word)).join(" "));
  return [...new Set(telling.length > 0 ? telling : stemWords(query))];
}

/** A crude English stem: good enough to match cache, cached, caches and caching. */
function stemWord(word: string): string {
  const base =
    /^(.{3,})ing$/.exec(word)?.[1] ??
    /^(.{3,})(?:ed|es)$/.exec(word)?.[1] ??
    /^(.{2,}[^s])s$/.exec(word)?.[1] ??
    word;
  return base.length > 3 ? base.replace(/e$/, "") : base;
}
