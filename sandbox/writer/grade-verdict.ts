import type { Brief } from "./parse-brief";
import { judgeAt, type Place } from "./suggest-strings";

const FOR =
  /^(?:fully[ _-]?)?(?:support|entail|green|yes|true|pass|ok|valid|correct|accurate|match|verified|confirmed)/;
const PARTLY = /part|amber|yellow|weak|mixed|unclear|unsure/;
const AGAINST = /^(?:un|not|no\b|in)|contradict|red|false|fail|refut|missing/;

/** Whether these are the grades of a judgement. */
export const areGrades = (words: string[]) => words.some((word) => FOR.test(word.toLowerCase()));

/** The grade, of those that are offered, that says what the judgement of the claim came to. */
export function gradeVerdict(grades: string[], brief: Brief, place: Place): string | undefined {
  const find = (pattern: RegExp) => grades.find((grade) => pattern.test(grade.toLowerCase()));
  const verdict = brief.claims.length === 0 ? "supported" : judgeAt(brief, place).verdict;
  if (verdict === "supported") return find(FOR);
  const against = find(AGAINST);
  return verdict === "partial" ? (find(PARTLY) ?? against ?? find(FOR)) : (against ?? find(PARTLY));
}
