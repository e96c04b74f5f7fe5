/** The first letter in upper case, where that is the same letter in every script; the rest untouched. */
export function capitalize(text: string): string {
  const [first = ""] = text;
  const upper = first.toUpperCase();
  const same = upper.length === first.length && fold(upper) === fold(first);
  return same ? upper + text.slice(first.length) : text;
}

const fold = (letter: string) => letter.normalize("NFKC").toLowerCase();
