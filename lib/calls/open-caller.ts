import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import type { EmitWork } from "../http/schema";
import type { Caller } from "./caller";

/**
 * Work that a page waits for as a caller of providers: it reports what it has spent so far, in US
 * dollars, and until when it waits for a quota. It is booked on no post and has no cap.
 */
export function openCaller(user: UserId, emit: EmitWork, signal: AbortSignal): Caller {
  let usd = 0;
  return {
    user,
    postId: null,
    model: requireConfig().geminiModel,
    signal,
    onCost: (_, spent) => {
      usd += spent ?? 0;
      emit("cost", { usd: Number(usd.toFixed(6)) });
    },
    onWait: (until) => emit("wait", { until }),
  };
}
