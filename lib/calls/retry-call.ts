import "server-only";
import pRetry from "p-retry";
import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import type { ProviderId } from "../providers/schema";
import type { Caller } from "./caller";
import { closeGate, passGate } from "./quota-gate";
import { startInTurn } from "./start-in-turn";

/** Another try may succeed; every other code would fail again. */
const PASSING = new Set([
  "provider_overloaded",
  "provider_unreachable",
  "reply_cut_off",
  "reply_malformed",
]);

/** Makes one call, with the caller it is given. */
type ProviderCall<C extends Caller, T> = (caller: C) => Promise<T>;

/** The model is not there: another one is asked. */
const GONE = new Set(["model_closed", "model_unavailable"]);
/** No key has more models than this that are listed and closed. */
const MOST_MODELS = 6;

/**
 * Makes a provider call up to three times, after a random backoff where the provider was away. Where
 * the minute's quota is used up, all calls with that key wait as long as the provider asks for, and
 * one goes ahead: such waits are no tries. A model that is gone is replaced, one that has thought its
 * room away gets more, once.
 *
 * @throws WaitError instead of waiting, where the caller has no patience.
 */
export async function retryCall<C extends Caller, T>(
  caller: C,
  provider: ProviderId,
  call: ProviderCall<C, T>,
): Promise<T> {
  let asking = caller;
  for (let replaced = 0; ; replaced += 1) {
    try {
      return await tryThrice(asking, provider, call);
    } catch (error) {
      const { replaceModel } = caller;
      if (!(error instanceof AppError) || !GONE.has(error.code)) throw error;
      if (!replaceModel || replaced === MOST_MODELS) throw error;
      asking = { ...caller, model: await replaceModel(asking.model, error.code) };
    }
  }
}

function tryThrice<C extends Caller, T>(
  caller: C,
  provider: ProviderId,
  call: ProviderCall<C, T>,
): Promise<T> {
  let asking = caller;
  return pRetry(() => waitForQuota(asking, provider, call), {
    retries: 2,
    minTimeout: 300,
    factor: 3,
    randomize: true,
    signal: caller.signal,
    shouldRetry: ({ error }) => {
      if (!(error instanceof AppError)) return false;
      if (error.code !== "thoughts_too_long") return PASSING.has(error.code);
      const isFirst = !asking.moreRoom;
      asking = { ...asking, moreRoom: true };
      return isFirst;
    },
  });
}

async function waitForQuota<C extends Caller, T>(
  caller: C,
  provider: ProviderId,
  call: ProviderCall<C, T>,
): Promise<T> {
  const guarded = async (telling: C) => {
    try {
      return await call(telling);
    } catch (error) {
      const seconds = quotaWait(error);
      if (seconds !== undefined) closeGate(caller, provider, Date.now() + seconds * 1_000);
      throw error;
    }
  };
  for (let waits = 0; ; waits += 1) {
    try {
      return await startInTurn(caller, (telling) =>
        passGate({ caller: telling, provider }, guarded),
      );
    } catch (error) {
      const seconds = quotaWait(error);
      if (waits === LIMITS.quotaWaits || seconds === undefined) throw error;
      const { patience } = caller;
      if (patience && Date.now() + seconds * 1_000 > patience.until) throw error;
    }
  }
}

/** Seconds to wait for a quota by the minute; undefined when waiting would not help. */
function quotaWait(error: unknown): number | undefined {
  if (!(error instanceof AppError) || error.code !== "quota_minute") return undefined;
  const { usual, most } = LIMITS.quotaWaitSeconds;
  const seconds = error.context.retryAfter ?? usual;
  return seconds <= most ? seconds : undefined;
}
