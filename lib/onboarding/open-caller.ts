import "server-only";
import type { UserId } from "../auth/user-id";
import type { Caller } from "../calls/caller";
import { requireConfig } from "../config";
import type { EmitWork } from "../http/schema";

/** A step of the wizard as a caller of providers: it reports what it has spent so far, in US dollars. */
export function openCaller(user: UserId, emit: EmitWork, signal: AbortSignal): Caller {
  let usd = 0;
  return {
    user,
    postId: null,
    model: requireConfig().geminiModel,
    signal,
    onCost: (_, spent) => {
      usd += spent;
      emit("cost", { usd: Number(usd.toFixed(6)) });
    },
    onWait: (until) => emit("wait", { until }),
  };
}
