import { stripMarkup } from "../markdown/strip-markup";
import { plainText } from "./plain-text";
import { storableText } from "./storable-text";

/** No field is longer than this; whatever follows is not read. */
const READ_CHARACTERS = 2_000;
/** What a script or a style holds is no text either. */
const SCRIPT = /<(script|style)\b[^>]*>.*?<\/\1\s*>/gis;
/** An address of any scheme, also one that is none. */
const ADDRESS = /\S*:\/\/\S*/g;
const WRAPPING = /^[\s"“”'‘’«»#>|-]+|[\s"“”«»|]+$/gu;

/**
 * A line that a model proposed as words alone: no markup, no address, no citation, nothing invisible.
 * Cleaned again until nothing changes, since what is removed may join what stood around it.
 */
export function cleanProposedLine(text: string): string {
  let clean = storableText(text.slice(0, READ_CHARACTERS))
    .replaceAll("\ufffd", "")
    .replace(SCRIPT, "");
  for (let before = ""; before !== clean; ) {
    before = clean;
    clean = plainText(stripMarkup(clean))
      .replace(ADDRESS, "")
      .replace(/\p{Cc}/gu, "");
  }
  return clean.replace(WRAPPING, "");
}
