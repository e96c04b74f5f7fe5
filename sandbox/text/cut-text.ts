/** At most `max` characters, ending at a word, without trailing punctuation where words were lost. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max + 1);
  const end = head.lastIndexOf(" ");
  return head.slice(0, end > max / 2 ? end : max).replace(/[\s,;:–—-]+$/, "");
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Tokens at four characters each, Gemini's own rule of thumb. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
