import { listMarks } from "@/lib/blog/citations/citation-marks";

type Numbered = { passageId: string; number: number };

/**
 * The numbers of marks in texts that stand beside the post, such as a proposal: what the post cites keeps
 * the number that it has there, anything else gets the next ones in order of appearance. Pure.
 */
export function numberBeside(
  now: readonly Numbered[],
  ...texts: readonly string[]
): ReadonlyMap<string, number> {
  const numbers = new Map(now.map(({ passageId, number }) => [passageId, number]));
  let next = Math.max(0, ...numbers.values());
  for (const passageId of texts.flatMap(listMarks))
    if (!numbers.has(passageId)) numbers.set(passageId, ++next);
  return numbers;
}
