import { LIMITS } from "../limits/registry";
import type { Patience } from "./caller";

/** The patience of a request that begins now: what is left of its time is for the calls themselves. */
export function openPatience(onWait: Patience["onWait"]): Patience {
  return { until: Date.now() + LIMITS.requestWaitSeconds * 1_000, onWait };
}
