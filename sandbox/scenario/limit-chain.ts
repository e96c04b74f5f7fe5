import type { Chain } from "./parse-scenario";

/** Pacing is no fault: it applies to every call of the key. */
const ALWAYS = new Set<string>(["ok", "slow", "ttft"]);

/** `call` counts from 1; with `matches: false` the call is of a kind the key does not aim at. */
type LimitInput = { call: number; matches: boolean };

/** Drops the faults that `after:N`, `times:N` or the kind of call exclude. */
export function limitChain<Name extends string>(
  chain: Chain<Name | "after" | "times">,
  { call, matches }: LimitInput,
): Chain<Name | "after" | "times"> {
  const after = chain.get("after") ?? 0;
  const times = chain.get("times") ?? Number.POSITIVE_INFINITY;
  if (matches && call > after && call <= after + times) return chain;
  return new Map([...chain].filter(([name]) => ALWAYS.has(name)));
}
