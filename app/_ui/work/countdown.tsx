"use client";
import { useInterval } from "@mantine/hooks";
import { useState } from "react";

/** "in 34 s" or "in 3 min 20 s", counting down to a moment: a timer, which nobody has read out each second. */
export function Countdown({ until }: { until: string }) {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  return (
    <span role="timer" suppressHydrationWarning>
      {describe(seconds)}
    </span>
  );
}

function describe(seconds: number): string {
  if (seconds === 0) return "now";
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `in ${minutes} min ${seconds % 60} s` : `in ${seconds} s`;
}
