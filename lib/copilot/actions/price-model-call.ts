import "server-only";
import type { UserId } from "../../auth/user-id";
import { findPrice } from "../../models/find-price";
import { listPreferred } from "../../models/list-preferred";
import { priceTokens } from "../../models/price-tokens";

/** More than any tool of a post sends: a section, its neighbours and fourteen passages, in tokens. */
const MOST_INPUT_TOKENS = 12_000;

/** The most that one call of a user may cost with a model, in US dollars; null where it has no price. */
export async function priceModelCall(
  user: UserId,
  outputTokens: number,
  asked?: string,
): Promise<number | null> {
  const [model = ""] = asked ? [asked] : await listPreferred(user);
  const price = await findPrice(user, model);
  return price ? priceTokens(price, { inputTokens: MOST_INPUT_TOKENS, outputTokens }) : null;
}
