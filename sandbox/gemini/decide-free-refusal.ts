import type { ProviderExchange } from "../http/exchange";
import { limitChain } from "../scenario/limit-chain";
import type { Chain } from "../scenario/parse-scenario";
import type { GeminiScenario } from "../scenario/registry";
import { decideKeyRefusal } from "./decide-refusal";
import type { GeminiError } from "./error-table";

/** Errors of the methods that cost nothing and are not counted: they see the key as the next paid call would. */
export function decideFreeRefusal(
  { key, entry, state }: ProviderExchange,
  parsed: Chain<GeminiScenario> | null,
): GeminiError | null {
  const keyState = state.keys.require("gemini", entry.keyFingerprint ?? "");
  const matches = !parsed?.has("prose") && !parsed?.has("json");
  const chain = parsed && limitChain<GeminiScenario>(parsed, { call: keyState.calls + 1, matches });
  return decideKeyRefusal(chain, keyState, { key, model: entry.model ?? "", seconds: 0 });
}
