/** Text for one line: a line's end that is typed or pasted is a space. */
export function joinLines(value: string): string {
  if (!value.includes("\n")) return value;
  return value
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
}
