"use client";
import { useInterval } from "@mantine/hooks";
import { useState } from "react";

/** "in 34 s", counting down to a moment. */
export function Countdown({ until }: { until: string }) {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  return <span suppressHydrationWarning>{seconds > 0 ? `in ${seconds} s` : "now"}</span>;
}
