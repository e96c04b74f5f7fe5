"use client";
import { useMounted } from "@mantine/hooks";
import { formatDay, formatMoment } from "@/lib/text/format-day";

const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const UNITS = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** A moment: its date from the server, then how long ago once the browser's clock is known. */
export function When({ iso }: { iso: string }) {
  const mounted = useMounted();
  return (
    <time dateTime={iso} title={mounted ? formatMoment(iso) : undefined}>
      {mounted ? describeAge(iso) : formatDay(iso)}
    </time>
  );
}

function describeAge(iso: string): string {
  const seconds = (Date.now() - Date.parse(iso)) / 1000;
  if (seconds >= 7 * 86_400) return formatDay(iso);
  const step = UNITS.find((candidate) => seconds >= candidate.seconds);
  return step ? RELATIVE.format(-Math.floor(seconds / step.seconds), step.unit) : "just now";
}
