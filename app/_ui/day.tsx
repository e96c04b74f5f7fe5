import { formatDay, formatMoment } from "@/lib/text/format-day";

/** A day (YYYY-MM-DD), a month (YYYY-MM), or the day of a moment in a zone, for people and for machines. */
export function Day({ iso, zone }: { iso: string; zone?: string }) {
  return <time dateTime={iso}>{formatDay(iso, zone)}</time>;
}

/** A moment with its time of day in a zone that server and browser both know. */
export function Moment({ iso, zone }: { iso: string; zone: string }) {
  return <time dateTime={iso}>{formatMoment(iso, zone)}</time>;
}
