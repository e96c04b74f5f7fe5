import { toLines } from "../to-lines";
import type { ResearchData } from "./schema";

/** What competitors write about and leave out, as the lines of a prompt. */
export function listGapLines({ topics, gaps }: Pick<ResearchData, "topics" | "gaps">): string[] {
  return toLines([
    ["Competitors write about", topics.join("; ")],
    ["Gaps they leave", gaps.join("; ")],
  ]);
}
