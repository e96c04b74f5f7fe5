import { clash, doubt, type Finding, FOUND } from "../finding";
import { isLong } from "../is-long";
import type { DateMention, Evidence } from "../read-evidence";
import type { DateFact, DateReading } from "../reading/read-dates";
import type { Surroundings } from "../reading/read-surroundings";
import { countShared } from "./count-shared";
import { listMentions } from "./same-value";

/** Looks for a date of a sentence in what its passages hold. */
export function findDate(
  { readings }: DateFact,
  around: Surroundings,
  evidence: readonly Evidence[],
): Finding {
  const known = evidence.flatMap(({ dates }) =>
    readings.flatMap(({ month }) => dates.get(month) ?? []),
  );
  const fitting = readings.flatMap((wanted) =>
    known.filter(({ reading }) => fits(wanted, reading) || isYearless(wanted, reading, evidence)),
  );
  if (fitting.length > 0)
    return fitting.every((one) => one.around.furniture) ? doubt("page itself") : FOUND;
  const said = known.filter((one) => !one.around.furniture);
  const vague = readings.some((wanted) => said.some(({ reading }) => isVaguer(reading, wanted)));
  if (vague || mayFollow(readings, said, evidence)) return doubt("inferred");
  const rival = findRivalDate(around, evidence);
  if (rival) return clash("value", rival.raw);
  return isLong(evidence) ? clash("absent") : doubt("nowhere");
}

/** The passage says at least as much, and the same. */
function fits(wanted: DateReading, date: DateReading): boolean {
  return (
    wanted.month === date.month &&
    (wanted.day === undefined || wanted.day === date.day) &&
    (wanted.year === undefined || wanted.year === date.year)
  );
}

/** "March 3" in a passage that names the year elsewhere. */
function isYearless(
  { year, ...dayAndMonth }: DateReading,
  date: DateReading,
  evidence: readonly Evidence[],
): boolean {
  if (year === undefined || date.year !== undefined || !fits(dayAndMonth, date)) return false;
  return listMentions([year], evidence).some(({ around }) => !around.furniture);
}

/** The passage names the month, not the day: it may still be the one. */
function isVaguer(date: DateReading, wanted: DateReading): boolean {
  return (
    date.month === wanted.month &&
    date.day === undefined &&
    (date.year === undefined || wanted.year === undefined || date.year === wanted.year)
  );
}

/** "September 5 this year": the year of a yearless date follows from when the page was written. */
function mayFollow(
  readings: readonly DateReading[],
  known: readonly DateMention[],
  evidence: readonly Evidence[],
): boolean {
  const relative = evidence.some((one) => one.relative);
  return readings.some(({ year: _, ...wanted }) =>
    known.some(({ reading }) => fits(wanted, reading) && (reading.year === undefined || relative)),
  );
}

/** Another date beside the same words. */
function findRivalDate(
  { beside }: Surroundings,
  evidence: readonly Evidence[],
): DateMention | undefined {
  let best: { one: DateMention; shared: number } | undefined;
  for (const { datesBySide } of evidence)
    for (const [one, shared] of countShared(beside, datesBySide))
      if (!one.around.furniture && shared > (best?.shared ?? 0)) best = { one, shared };
  return best?.one;
}
