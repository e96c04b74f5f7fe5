import { areGrades, gradeVerdict } from "./grade-verdict";
import { improveOutline } from "./improve-outline";
import type { Brief } from "./parse-brief";
import type { Place } from "./suggest-strings";

/** The value that fits: the grade of the claim for verdicts, the brief's own word, else the first. */
export function pickEnum(values: unknown[], brief: Brief, place: Place): unknown {
  if (place.name === "keeps" && brief.outline.length > 0)
    return improveOutline(brief)[place.index]?.keeps ?? values.at(-1);
  const words = values.filter((value) => typeof value === "string");
  if (areGrades(words)) return gradeVerdict(words, brief, place) ?? values[0];
  // A list of openings has one of each kind.
  if (place.parent === "openings") return values[place.index % values.length];
  const asked = [brief.language, brief.tone, brief.audience, brief.task].map((word) =>
    word.toLowerCase(),
  );
  return words.find((word) => asked.includes(word.toLowerCase())) ?? values[0];
}
