import "server-only";
import type { UserId } from "../../auth/user-id";
import { findPrice } from "../../models/find-price";
import { listPreferred } from "../../models/list-preferred";
import { priceTokens } from "../../models/price-tokens";
import { limitOutput } from "../../providers/gemini";
import { boundTokens } from "../../usage/bound-tokens";

/** More than a usual tool of a post sends: a section, its neighbours and fourteen passages, in tokens. */
const USUAL_INPUT_TOKENS = 12_000;

/** A call that a user is told the price of. */
export type ModelCall = {
  maxOutputTokens: number;
  thinking?: "least";
  /** What of the user's own it is about, which may be longer than is usual. */
  text?: string;
  /** The post's own; else the one that its user prefers. */
  model?: string | undefined;
};

/**
 * The most that one call of a user may cost with a model, thoughts and all, in US dollars; null where it
 * has no price. A call that is made again is paid for again.
 */
export async function priceModelCall(
  user: UserId,
  { text = "", model: asked, ...call }: ModelCall,
): Promise<number | null> {
  const [model = ""] = asked ? [asked] : await listPreferred(user);
  const price = await findPrice(user, model);
  if (!price) return null;
  const inputTokens = Math.max(USUAL_INPUT_TOKENS, boundTokens(text));
  return priceTokens(price, { inputTokens, outputTokens: limitOutput({ ...call, model }) });
}
