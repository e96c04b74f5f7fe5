import { scanWord } from "../prose/clean-words";
import { openProseScanner } from "../prose/open-prose-scanner";
import { openScanner } from "../prose/open-scanner";
import { scanTight } from "../prose/tight-marks";
import { MARK } from "./citation-marks";

const INVISIBLE = /[\r\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;

/** Clean Markdown, the passages it cites as `[^S1.p2]`, and how many citations were dropped. */
export type CleanProse = { text: string; cited: string[]; dropped: number };

/** Cleans a stream piece by piece. `push` gives what is safe to show, `end` what was held back. */
export type CitationFilter = { push: (text: string) => CleanProse; end: () => CleanProse };

/**
 * Opens a filter over a model's streamed text: `[[S1.p2]]` of a known passage becomes `[^S1.p2]`,
 * tight on the word before it;
 * unknown ids, raw addresses, links, images and HTML are removed. Only what was retrieved can be
 * pointed at. Unfinished constructs are held back: however the stream is cut, the joined output is
 * the same.
 *
 * @param known the ids of the passages that may be cited.
 */
export function openCitationFilter(known: ReadonlySet<string>): CitationFilter {
  const prose = openProseScanner(known);
  const words = openScanner(scanWord(known));
  const tight = openScanner(scanTight);
  let half = "";
  let reported = 0;
  const give = (text: string): CleanProse => {
    const dropped = prose.dropped() - reported;
    reported += dropped;
    const ids = [...text.matchAll(MARK)].map(([, id = ""]) => id);
    return { text, cited: ids.filter((id) => known.has(id)), dropped };
  };
  return {
    push: (text) => {
      const joined = half + text;
      half = HALF_A_CHARACTER.exec(joined)?.[0] ?? "";
      const whole = joined.slice(0, joined.length - half.length).replace(INVISIBLE, "");
      return give(tight.push(words.push(prose.push(whole))));
    },
    end: () => give(tight.push(words.push(prose.end()) + words.end()) + tight.end()),
  };
}
