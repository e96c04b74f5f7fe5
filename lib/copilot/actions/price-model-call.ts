import "server-only";
import { requireConfig } from "../../config/config";
import { hasPrice, priceTokens } from "../../usage/prices";

/** More than any tool of a post sends: a section, its neighbours and fourteen passages, in tokens. */
const MOST_INPUT_TOKENS = 12_000;

/** The most that one call may cost with a model, in US dollars; null where it has no price. */
export function priceModelCall(
  maxOutputTokens: number,
  model: string = requireConfig().geminiModel,
): number | null {
  return hasPrice(model) ? priceTokens(model, MOST_INPUT_TOKENS, maxOutputTokens) : null;
}
