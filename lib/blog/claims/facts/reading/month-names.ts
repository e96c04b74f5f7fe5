/** The languages that posts and their sources are mostly written in; `Intl` knows their months. */
const LANGUAGES = "en de fr es it pt nl sv da nb fi pl cs ru uk tr ro id".split(" ");
/** What is usual beside the full names; other short names are words of other languages. */
const SHORT = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ALSO = new Map([
  ["sept", 9],
  ["okt", 10],
  ["dez", 12],
  ["januari", 1],
]);
const NUMBERS = new Map<string, number>([...listNames(), ...ALSO]);

/** Names as they stand alone and beside a day: "январь" and "января". */
function* listNames(): Generator<[string, number]> {
  for (const [index, name] of SHORT.entries()) yield [name, index + 1];
  for (const language of LANGUAGES)
    for (const format of [{ month: "long" }, { month: "long", day: "numeric" }] as const) {
      const formatter = new Intl.DateTimeFormat(language, { ...format, timeZone: "UTC" });
      for (let month = 0; month < 12; month += 1) {
        const parts = formatter.formatToParts(new Date(Date.UTC(2021, month, 3)));
        const name = parts.find(({ type }) => type === "month")?.value.toLowerCase() ?? "";
        if (/^\p{L}{3,}$/u.test(name)) yield [name, month + 1];
      }
    }
}

/** 1 for January. */
export function monthNumber(name: string): number | undefined {
  return NUMBERS.get(name.toLowerCase());
}
