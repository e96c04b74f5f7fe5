import { formatDay } from "../../text/format-day";
import { addUsd } from "../add-usd";
import type { MeasuredCap } from "./find-obstacle";

/** What a user reads when a cap is in the way of a call: what is left, what was wanted, when it is new. */
export function describeCap(cap: MeasuredCap, reserveUsd: number): string {
  const left = Math.max(0, addUsd(cap.capUsd, -cap.spentUsd));
  const whose = cap.scope === "month" ? "this month's cap" : "this post's cap";
  const means = `${toUsd(left)} of ${toUsd(cap.capUsd)} is left under ${whose}, and the next call could cost up to ${toUsd(reserveUsd)}.`;
  if (cap.scope === "post") return `${means} Raise the cap of this post, then go on.`;
  return `${means} ${sayWhen(cap)}`;
}

/** The same where nothing is left of a month's cap, whatever the next call costs. */
export function describeReached(capUsd: number, reset: Reset): string {
  return `Nothing is left of ${toUsd(capUsd)} under this month's cap. ${sayWhen(reset)}`;
}

/** When a month's cap starts again (ISO 8601), and in whose day. */
type Reset = { resetsAt: string; zone: string };

function sayWhen({ resetsAt, zone }: Reset): string {
  return `Raise the cap on the usage page, or wait until it starts again on ${formatDay(resetsAt, zone)} (${zone}).`;
}

/** Four decimals, since a call often costs less than a cent, and more where they would hide a sum. */
const toUsd = (usd: number) => `$${usd.toFixed(usd > 0 && usd < 0.0001 ? 9 : 4)}`;
