import { listWanted } from "./outline/list-wanted";
import { shareWords } from "./outline/share-words";
import type { GenerateBody } from "./schema";

/** What the user asked for, as the lines that every prompt begins with. */
export function describeRequest(request: GenerateBody): string[] {
  const lines: [string, string | undefined][] = [
    ["Topic", request.topic],
    ["Keywords", request.keywords?.join(", ")],
    ["Audience", request.audience],
    ["Tone", request.tone],
    ["Industry", request.industry],
    ["Language", request.language],
    ["Angle", request.angle],
    ["Instructions", request.instructions],
    ["Words in all", String(countWanted(request))],
  ];
  return lines.flatMap(([name, value]) =>
    value ? [`${name}: ${value.replace(/\s+/g, " ")}`] : [],
  );
}

/** The words of the post: where the user has said how long each section is, the sections decide. */
function countWanted({ outline, wordCount }: GenerateBody): number {
  const wanted = listWanted(outline ?? []);
  if (wanted.every(({ words }) => words === undefined)) return wordCount;
  return shareWords(wanted, wordCount).reduce((sum, words) => sum + words, 0);
}
