import { AppError, type ErrorCode } from "../errors";
import { PREFERRED_MODELS } from "./dated-facts";
import { estimateWord } from "./estimate-word";
import type { ModelPrice } from "./price-tokens";

/** The model that writes; where it is not the one that was wanted, which that was and why. */
export type Picked = { model: string; insteadOf?: string; reason?: ErrorCode };

/** What a choice is made from. */
export type Choices = {
  /** What was asked for, or is remembered or configured; undefined where nobody has said. */
  wanted: string | undefined;
  /** The ids that the key can use; undefined where Google could not be asked. */
  usable: readonly string[] | undefined;
  priceOf: (model: string) => ModelPrice | undefined;
  /** Why the wanted one is gone, where it was asked. */
  reason?: ErrorCode;
};

/** Usable models in the order in which they are proposed: the dated order first, then the key's own. */
export function orderModels(usable: readonly string[]): string[] {
  const preferred = PREFERRED_MODELS.filter((id) => usable.includes(id));
  return [...preferred, ...usable.filter((id) => !preferred.includes(id))];
}

/**
 * The model that writes. One that is gone is replaced by the next of the order that is not dearer than
 * what its user has seen; a model without a price may be dearer.
 *
 * @throws AppError `model_dearer` where only dearer ones are left, `model_unavailable` where none is.
 */
export function pickModel({ wanted, usable, priceOf, reason }: Choices): Picked {
  if (!usable) return { model: wanted ?? PREFERRED_MODELS[0] ?? "" };
  if (wanted !== undefined && usable.includes(wanted)) return { model: wanted };
  const order = orderModels(usable);
  const seen = wanted === undefined ? undefined : priceOf(wanted);
  const most = seen ? estimateWord(seen) : Number.POSITIVE_INFINITY;
  const [next] = order.filter((id) => isWithin(priceOf(id), most));
  if (next === undefined)
    throw new AppError(order.length > 0 ? "model_dearer" : "model_unavailable", {
      provider: "gemini",
    });
  if (wanted === undefined) return { model: next };
  return { model: next, insteadOf: wanted, reason: reason ?? "model_unavailable" };
}

function isWithin(price: ModelPrice | undefined, most: number): boolean {
  return most === Number.POSITIVE_INFINITY || (price !== undefined && estimateWord(price) <= most);
}
