import { Countdown } from "./countdown";

/** That the quota of a minute is used up, and when work goes on by itself; `until` is ISO 8601. */
export function QuotaWait({ until }: { until: string }) {
  return (
    <>
      The quota of this minute is used up. It goes on by itself <Countdown until={until} />.
    </>
  );
}
