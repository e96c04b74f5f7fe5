/** `Name: value` for each value that is not empty, on one line each, as a prompt holds them. */
export function toLines(named: [string, string][]): string[] {
  return named.flatMap(([name, value]) =>
    value.trim() ? [`${name}: ${value.trim().replace(/\s+/g, " ")}`] : [],
  );
}
