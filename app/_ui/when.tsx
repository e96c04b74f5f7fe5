"use client";
import { useMounted } from "@mantine/hooks";

const DATE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const EXACT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const UNITS = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** A moment: its date from the server, then how long ago once the browser's clock is known. */
export function When({ iso }: { iso: string }) {
  const mounted = useMounted();
  const date = new Date(iso);
  return (
    <time dateTime={iso} title={mounted ? EXACT.format(date) : undefined}>
      {mounted ? describeAge(date) : DATE.format(date)}
    </time>
  );
}

function describeAge(date: Date): string {
  const seconds = (Date.now() - date.getTime()) / 1000;
  if (seconds >= 7 * 86_400) return DATE.format(date);
  const step = UNITS.find((candidate) => seconds >= candidate.seconds);
  return step ? RELATIVE.format(-Math.floor(seconds / step.seconds), step.unit) : "just now";
}
