import "server-only";
import type { UserId } from "../../auth/user-id";
import { asUser } from "../../db/as-user";
import { inTurn } from "../../db/in-turn";
import { AppError } from "../../errors";
import { addUsd } from "../add-usd";
import { describeCap } from "./describe-cap";
import type { MeasuredCap } from "./find-obstacle";
import { noticeCap } from "./notice-cap";

/** The call that does not fit; the most that it may cost in US dollars. */
type Refused = { reserveUsd: number | null; model?: string };

/**
 * The error of a call that a cap is in the way of; the user hears of a month's cap once.
 *
 * @returns `cap_reached` with what is left and when it resets, or `price_missing` for a model without a price.
 */
export async function refuseCall(user: UserId, cap: MeasuredCap, call: Refused): Promise<AppError> {
  if (call.reserveUsd !== null && cap.scope === "month")
    await inTurn(user, () => asUser(user, (tx) => noticeCap(tx, user, "cap-reached")));
  return toRefusal(cap, call);
}

/** The same, while nothing is decided: nobody hears of it. */
export function toRefusal(cap: MeasuredCap, { reserveUsd, model }: Refused): AppError {
  if (reserveUsd === null)
    return new AppError("price_missing", {
      provider: "gemini",
      detail: `The model ${model ?? ""} has no price here, so a cap could not be kept. Give it a price of your own, choose another model, or remove the cap.`,
    });
  return new AppError("cap_reached", {
    detail: describeCap(cap, reserveUsd),
    cap: {
      scope: cap.scope,
      leftUsd: Math.max(0, addUsd(cap.capUsd, -cap.spentUsd)),
      resetsAt: cap.scope === "month" ? cap.resetsAt : null,
    },
  });
}
