/** How many of the stems stand beside each thing of a passage, by what stands beside which stem. */
export function countShared<Thing>(
  stems: ReadonlySet<string>,
  bySide: ReadonlyMap<string, readonly Thing[]>,
): Map<Thing, number> {
  const counts = new Map<Thing, number>();
  for (const stem of stems)
    for (const thing of bySide.get(stem) ?? []) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}
