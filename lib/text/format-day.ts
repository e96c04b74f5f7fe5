/** How every page writes a day, and a time of day: "28 Nov 2026", "28 Nov 2026, 17:45". */
const LANGUAGE = "en-GB";
const MONTH = /^\d{4}-\d{2}$/;

/**
 * A day in words: "28 Nov 2026"; "Nov 2026" for a month.
 *
 * @param day a moment, a day as YYYY-MM-DD or a month as YYYY-MM.
 * @param zone whose day a moment is of. Days and months are the same in all.
 */
export function formatDay(day: string | number, zone = "UTC"): string {
  const month = typeof day === "string" && MONTH.test(day);
  const words = month
    ? ({ month: "short", year: "numeric" } as const)
    : ({ dateStyle: "medium" } as const);
  const timeZone = typeof day === "string" && !day.includes("T") ? "UTC" : zone;
  return new Intl.DateTimeFormat(LANGUAGE, { ...words, timeZone }).format(new Date(day));
}

/**
 * A moment in words: "28 Nov 2026, 17:45".
 *
 * @param zone by itself that of whoever runs this: give one wherever a server and a browser have to write the same.
 */
export function formatMoment(moment: string | number, zone?: string): string {
  const words = { dateStyle: "medium", timeStyle: "short", timeZone: zone } as const;
  return new Intl.DateTimeFormat(LANGUAGE, words).format(new Date(moment));
}
