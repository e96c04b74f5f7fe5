/** At most `max` characters, ending at a word, without trailing punctuation where words were lost. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max + 1);
  const end = head.lastIndexOf(" ");
  return head.slice(0, end > max / 2 ? end : max).replace(/[\s,;:–—-]+$/, "");
}
