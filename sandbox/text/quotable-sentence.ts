const DEBRIS = /[{}<>|=;]|https?:|\[\[|\*\*|:$|\/\/|→/;
const POINTING =
  /\b(?:below|above|following|this (?:page|guide|section|example|document|tutorial|feature|table)|(?:next|previous) (?:section|page|example)|learn more|as shown|you'll learn|let's|let us|we're|we've|we recommend|refer to|see|here's|in the example|the example)\b/i;
const OPENING =
  /^(?:learn|see|check|note|warning|read|good to know|for example|example|default|defaults|required|optional|and|or|yes|no)\b/i;

/** Whether a sentence can stand in an article: complete, prose, and not about its own page. */
export function isQuotable(sentence: string): boolean {
  if (sentence.length < 40 || sentence.length > 320) return false;
  if (!/^[\p{Lu}`"“]/u.test(sentence) || !/[.!?]["”)]?$/.test(sentence)) return false;
  // `option`: what it does. A definition list, not an article.
  if (/^`[^`]+`(?: \([^)]*\))?:/.test(sentence)) return false;
  if (DEBRIS.test(sentence) || POINTING.test(sentence) || OPENING.test(sentence)) return false;
  return isBalanced(sentence) && letterShare(sentence) > 0.7;
}

/** A looser rule for sources that offer nothing better. */
export function isReadable(sentence: string): boolean {
  if (sentence.length < 25 || sentence.length > 400) return false;
  return /[.!?]["”)]?$/.test(sentence) && !/[{}<>|]|https?:|\[\[|\*\*/.test(sentence);
}

/** Whether a sentence needs the one before it to be understood. */
export function leansOnPrevious(sentence: string): boolean {
  return /^(?:it|its|this|that|these|those|they|their|such|however|instead|otherwise|then|also|additionally|both|but|so|similarly|likewise|alternatively|therefore|because of this|in this|in that|in these|once|here)\b/i.test(
    sentence,
  );
}

function isBalanced(sentence: string): boolean {
  const count = (mark: string) => sentence.split(mark).length - 1;
  return count("(") === count(")") && count("`") % 2 === 0 && count('"') % 2 === 0;
}

function letterShare(sentence: string): number {
  return (sentence.match(/[\p{L}\s]/gu)?.length ?? 0) / sentence.length;
}
