import "server-only";
import type { UserId } from "../auth/user-id";
import type { EmitWork } from "../http/schema";
import { chooseModel, replaceModel } from "../models/choose-model";
import type { Caller } from "./caller";
import { openPatience } from "./open-patience";

/**
 * Work that a page waits for as a caller of providers: it reports what it has spent so far, in US
 * dollars, and until when it waits for a quota. It is booked on no post and has no cap.
 *
 * @param remember for work that is delivered again instead of waiting; see `Caller`.
 * @throws AppError where the user's key has no model that may write.
 */
export async function openCaller(
  user: UserId,
  emit: EmitWork,
  signal: AbortSignal,
  remember?: Caller["remember"],
): Promise<Caller> {
  let usd = 0;
  const { model } = await chooseModel(user);
  return {
    user,
    postId: null,
    model,
    replaceModel: async (gone, reason) =>
      (await replaceModel(user, { model: gone, wanted: model, reason })).model,
    signal,
    onCost: (_, spent) => {
      usd += spent ?? 0;
      emit("cost", { usd: Number(usd.toFixed(6)) });
    },
    ...(remember ? { remember } : { patience: openPatience((until) => emit("wait", { until })) }),
  };
}
