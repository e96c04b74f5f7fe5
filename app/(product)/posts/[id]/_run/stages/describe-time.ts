import type { EarlierRuns, StageTimes } from "@/lib/blog/posts/schema";

/** In seconds: nobody looks at a clock for less. */
const MOMENT = 2.5;

/** What a post of this length takes: as earlier ones did, or as it usually is where none was measured. */
export function describeTime(earlier: EarlierRuns | null, usual: StageTimes): string {
  if (!earlier) return `A post like this usually takes about ${inWords(addUp(usual))}.`;
  const { count, shortest, longest } = earlier;
  const [from, to] = [inWords(shortest), inWords(longest)];
  const posts =
    count === 1 ? "Your last post of about this length" : `Your last ${count} of about this length`;
  return from === to ? `${posts} took ${from}.` : `${posts} took ${from} to ${to}.`;
}

/** How long a stage is likely to take, in words; nothing where that is not known. */
export function describeStageTime(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  return seconds < MOMENT ? "a moment" : `about ${inWords(seconds)}`;
}

function addUp(times: StageTimes): number {
  return Object.values(times).reduce<number>((sum, seconds = 0) => sum + seconds, 0);
}

function inWords(seconds: number): string {
  if (seconds < 55) return `${Math.max(5, Math.round(seconds / 5) * 5)} s`;
  return `${Math.max(1, Math.round(seconds / 60))} min`;
}
