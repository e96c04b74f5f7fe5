import slugify from "@sindresorhus/slugify";
import { cutText } from "./cut-text";

/** No title is longer; whatever follows is not read. */
const READ_CHARACTERS = 300;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}/u;
/** Names that differ by signs alone. */
const NAMES: readonly (readonly [name: RegExp, words: string])[] = [
  [/\bc\+\+/gi, "cpp"],
  [/\b([cf])#/gi, "$1-sharp"],
  [/(?<![\p{L}\p{N}])\.net\b/giu, "dotnet"],
];

/**
 * The last segment of an address, of at most `max` characters: small letters, digits and hyphens;
 * empty where no letter is left. Latin letters lose their accents; any other script keeps its own.
 */
export function makeSlug(text: string, max: number): string {
  const title = NAMES.reduce(
    (named, [name, words]) => named.replace(name, words),
    cutText(text, READ_CHARACTERS).normalize("NFKC"),
  );
  const whole = FOREIGN_LETTER.test(title)
    ? (title.toLowerCase().match(WORD) ?? []).join("-")
    : slugify(title, { decamelize: false });
  if (whole.length <= max) return whole;
  const end = whole.lastIndexOf("-", max);
  return (end > max / 2 ? whole.slice(0, end) : cutText(whole, max)).replace(/-$/, "");
}
