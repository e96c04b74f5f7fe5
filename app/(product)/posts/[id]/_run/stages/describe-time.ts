import type { EarlierRuns } from "@/lib/blog/posts/schema";

/** What earlier posts of about this length took, in words; nothing where none was measured. */
export function describeTime(earlier: EarlierRuns | null): string {
  if (!earlier) return "";
  const { count, shortest, longest } = earlier;
  const [from, to] = [inWords(shortest), inWords(longest)];
  const posts =
    count === 1 ? "Your last post of about this length" : `Your last ${count} of about this length`;
  return from === to ? `${posts} took ${from}.` : `${posts} took ${from} to ${to}.`;
}

function inWords(seconds: number): string {
  if (seconds < 55) return `${Math.max(5, Math.round(seconds / 5) * 5)} s`;
  return `${Math.max(1, Math.round(seconds / 60))} min`;
}
