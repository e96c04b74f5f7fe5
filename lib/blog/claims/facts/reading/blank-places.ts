/** The text with spaces for what stands at some places, whatever their order. */
export function blankPlaces(
  text: string,
  places: readonly { start: number; end: number }[],
): string {
  let out = "";
  let from = 0;
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    out += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  return out + text.slice(from);
}
