const TRAILING = /[\s,;:–—\-(["“‘]+$/u;

/** At most `max` characters, ending at a word where there is one, never inside a surrogate pair. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max + 1);
  const space = head.lastIndexOf(" ");
  const cut = space > max / 2 ? head.slice(0, space) : text.slice(0, max);
  return cut.replace(/[\uD800-\uDBFF]$/, "").replace(TRAILING, "");
}
