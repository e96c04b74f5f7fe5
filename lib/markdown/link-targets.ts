/** A link's words, and where it leads. Bounded, so that no text makes it slow. */
const LINK =
  /(!?\[)([^\][\n]{1,500})(\]\((?:[^()\s\\]|\\.|\([^()\s]{0,200}\)){1,2000}(?: "[^"\n]{0,300}")?\))/g;

/** A text as long as before, with a sign for everything of its links but their words. */
export function maskLinks(text: string, sign: string): string {
  if (!text.includes("](")) return text;
  return text.replace(
    LINK,
    (_, open: string, words: string, target: string) =>
      sign.repeat(open.length) + words + sign.repeat(target.length),
  );
}

/** A text whose links are their words. */
export function readLinkWords(text: string): string {
  return text.includes("](") ? text.replace(LINK, "$2") : text;
}
