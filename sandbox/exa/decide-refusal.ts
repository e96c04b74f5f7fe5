import type { KeyState } from "../scenario/key-states";
import type { Chain } from "../scenario/parse-scenario";
import type { ExaScenario } from "../scenario/registry";
import { EXA_ERRORS, type ExaError } from "./error-table";

/** The error this call gets, or null if it is served. A null chain is a key of no scenario: a bad key. */
export function decideRefusal(chain: Chain<ExaScenario> | null, state: KeyState): ExaError | null {
  if (chain === null) return EXA_ERRORS.bad;
  if (isRevoked(chain, state)) return EXA_ERRORS.bad;
  if (chain.has("flaky") && state.calls <= (chain.get("flaky") ?? 1)) return EXA_ERRORS.error500;
  const failure = Object.entries(EXA_ERRORS).find(([name]) =>
    [...chain.keys()].some((key) => key === name),
  );
  return failure?.[1] ?? null;
}

function isRevoked(chain: Chain<ExaScenario>, { calls }: KeyState): boolean {
  return chain.has("reject-later") && calls > (chain.get("reject-later") ?? 1);
}
