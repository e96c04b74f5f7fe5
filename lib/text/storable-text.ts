/** Text as Postgres can hold it: without NUL characters and halves of surrogate pairs. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\ufffd");
}
