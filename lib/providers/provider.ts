import type { ErrorCode } from "../errors";
import type { Secret } from "../secret";
import type { KeyStatus, ProviderCard, ProviderId } from "./schema";

/** Where to send a call, and when to give it up. */
export type CallContext = { baseUrl: string; signal: AbortSignal };
/** The same for a check of a key; `preferred` are the models that would be asked to work, best first. */
export type CheckContext = CallContext & { preferred: readonly string[] };
/**
 * What a live check found; `code` explains anything but a plain success. With what it cost in US dollars
 * and its id, where the provider said so.
 */
export type CheckResult = {
  status: KeyStatus;
  code?: ErrorCode;
  costUsd?: number | undefined;
  responseId?: string | undefined;
};

/** Everything the product knows of a provider; generic code reads this and names none. */
export type Provider = {
  card: ProviderCard & { id: ProviderId };
  /** Variables of `.env.local` that hold its key in development; all are written, the first set one is read. */
  envNames: readonly [string, ...string[]];
  /** The host its key may travel to, and the variable that may name another. */
  baseUrl: { variable?: string; standard: string };
  /** What one live check costs the owner of the key, in US dollars; null where nobody is asked. */
  checkCostUsd: number | null;
  check: (secret: Secret, context: CheckContext) => Promise<CheckResult>;
};
