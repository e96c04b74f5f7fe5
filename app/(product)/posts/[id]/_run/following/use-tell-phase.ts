"use client";
import { useEffect } from "react";
import { type CurrentPhase, setCurrentPhase } from "@/app/_ui/current-phase";
import { isLive } from "@/lib/blog/schema";
import type { RunState } from "./run-state";

/** Tells the rest of the page how far its post has come. */
export function useTellPhase(run: RunState): void {
  const phase = nameCurrentPhase(run);
  useEffect(() => {
    setCurrentPhase(phase);
    return () => setCurrentPhase(undefined);
  }, [phase]);
}

/** How far a post has come, as others ask for it. */
export function nameCurrentPhase({
  status,
  wait,
}: Pick<RunState, "status" | "wait">): CurrentPhase {
  if (wait?.reason === "outline") return "outline";
  if (isLive(status)) return "writing";
  return status === "ready" || status === "published" ? "written" : "ended";
}
