/** The quotation marks of a language, where they are not “ ” (CLDR). */
const MARKS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  ...of(["„", "“"], "de cs sk sl lt bg et is ka"),
  ...of(["„", "”"], "pl hu ro hr nl"),
  ...of(["«\u00a0", "\u00a0»"], "fr"),
  ...of(["«", "»"], "es it pt ru uk be el nb no da hy fa ar"),
  ...of(["”", "”"], "sv fi he"),
  ...of(["「", "」"], "ja zh-Hant"),
};

/** Words in the quotation marks of their language. */
export function addQuotationMarks(text: string, language: string | null): string {
  const [open, close] = MARKS[language ?? ""] ?? ["“", "”"];
  return open + text + close;
}

function of(marks: readonly [string, string], languages: string) {
  return Object.fromEntries(languages.split(" ").map((language) => [language, marks]));
}
