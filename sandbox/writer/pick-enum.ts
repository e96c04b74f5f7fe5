import { improveOutline } from "./improve-outline";
import type { Brief } from "./parse-brief";
import { judgeAt, type Place } from "./suggest-strings";

const FOR =
  /^(?:fully[ _-]?)?(?:support|entail|green|yes|true|pass|ok|valid|correct|accurate|match|verified|confirmed)/;
const PARTLY = /part|amber|yellow|weak|mixed|unclear|unsure/;
const AGAINST = /^(?:un|not|no\b|in)|contradict|red|false|fail|refut|missing/;

/** The value that fits: the judgement of the claim for verdicts, the brief's own word, else the first. */
export function pickEnum(values: unknown[], brief: Brief, place: Place): unknown {
  if (place.name === "keeps" && brief.outline.length > 0)
    return improveOutline(brief)[place.index]?.keeps ?? values.at(-1);
  const words = values.filter((value) => typeof value === "string");
  const find = (pattern: RegExp) => words.find((word) => pattern.test(word.toLowerCase()));
  if (words.some((word) => FOR.test(word.toLowerCase()))) {
    return pickVerdict(find, brief, place) ?? values[0];
  }
  // A list of openings has one of each kind.
  if (place.parent === "openings") return values[place.index % values.length];
  const asked = [brief.language, brief.tone, brief.audience, brief.task].map((word) =>
    word.toLowerCase(),
  );
  return words.find((word) => asked.includes(word.toLowerCase())) ?? values[0];
}

function pickVerdict(
  find: (pattern: RegExp) => string | undefined,
  brief: Brief,
  place: Place,
): string | undefined {
  const verdict = brief.claims.length === 0 ? "supported" : judgeAt(brief, place).verdict;
  if (verdict === "supported") return find(FOR);
  const against = find(AGAINST);
  return verdict === "partial" ? (find(PARTLY) ?? against ?? find(FOR)) : (against ?? find(PARTLY));
}
