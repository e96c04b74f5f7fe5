import type { KeyState } from "../scenario/key-states";
import type { Chain } from "../scenario/parse-scenario";
import type { GeminiScenario } from "../scenario/registry";
import {
  CALL_ERRORS,
  closedModel,
  type ErrorFacts,
  type GeminiError,
  KEY_ERRORS,
  QUOTA_WAIT_SECONDS,
  unknownModel,
  WRITE_ERRORS,
} from "./error-table";
import { getModel, isClosed } from "./list-models";

type GeminiChain = Chain<GeminiScenario> | null;
type ErrorTable = Readonly<Record<string, (facts: ErrorFacts) => GeminiError>>;

/** An error of the key, which every method answers with; a null chain is a key of no scenario. */
export function decideKeyRefusal(
  chain: GeminiChain,
  state: KeyState,
  facts: ErrorFacts,
): GeminiError | null {
  if (chain === null) return KEY_ERRORS.bad();
  const left = chain.has("reject-later") ? (chain.get("reject-later") ?? 1) - state.calls : 0;
  if (left < 0) return KEY_ERRORS.bad();
  return findError(KEY_ERRORS, chain, facts);
}

/** What a model says to a key that may not use it, whatever it is asked. */
export function decideModelRefusal(chain: GeminiChain, model: string): GeminiError | null {
  if (!getModel(chain, model)) return unknownModel(model);
  return isClosed(chain, model) ? closedModel(model) : null;
}

/** The same where it counts tokens: some models count, and then do not write. */
export function decideCountRefusal(chain: GeminiChain, model: string): GeminiError | null {
  if (chain?.has("closed-late") && isClosed(chain, model)) return null;
  const writing = chain && findError(WRITE_ERRORS, chain, { key: "", model, seconds: 0 });
  return writing ?? decideModelRefusal(chain, model);
}

/** An error of this call, or null if it is served. */
export function decideCallRefusal(
  chain: Chain<GeminiScenario>,
  state: KeyState,
  facts: ErrorFacts,
): GeminiError | null {
  if (chain.has("flaky") && state.calls <= (chain.get("flaky") ?? 1))
    return CALL_ERRORS.overloaded();
  if (!chain.has("quota-minute"))
    return findError(WRITE_ERRORS, chain, facts) ?? findError(CALL_ERRORS, chain, facts);
  const seconds = openQuotaWindow(state, chain.get("quota-minute") ?? QUOTA_WAIT_SECONDS);
  return seconds > 0 ? CALL_ERRORS["quota-minute"]({ ...facts, seconds }) : null;
}

/** Seconds until the quota is free again; the first refusal starts the clock. */
function openQuotaWindow(state: KeyState, seconds: number): number {
  const now = Date.now();
  if (state.quotaUntil === null) {
    state.quotaUntil = now + seconds * 1000;
    return seconds;
  }
  return Math.max(0, Math.round((state.quotaUntil - now) / 100) / 10);
}

function findError(
  table: ErrorTable,
  chain: Chain<GeminiScenario>,
  facts: ErrorFacts,
): GeminiError | null {
  const name = [...chain.keys()].find((scenario) => Object.hasOwn(table, scenario));
  return name === undefined ? null : (table[name]?.(facts) ?? null);
}
