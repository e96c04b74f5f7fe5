import type { UserId } from "../auth/user-id";
import type { ErrorCode } from "../errors";
import type { ProviderId } from "../providers/schema";

/** On whose behalf, and for what, providers are called: a run of a post, or a step of the wizard. */
export type Caller = {
  user: UserId;
  /** The post that the calls are booked on; null for work that belongs to none. */
  postId: string | null;
  /** The step of the run that makes the calls. */
  step?: string;
  model: string;
  /** The model that takes over from one that has answered that it is not there. Throws where none does. */
  replaceModel?: (gone: string, reason: ErrorCode) => Promise<string>;
  /** The model has thought its room away: it is asked once more with more. */
  moreRoom?: boolean;
  signal: AbortSignal;
  /** The most that the calls of the post may cost together, in US dollars. */
  capUsd?: number | undefined;
  /** Told after each call what it cost in US dollars, however it ended; null for an unpriced model. */
  onCost: (provider: ProviderId, usd: number | null) => void | Promise<void>;
  /** Told when a call is about to be made, and money is set aside for it. */
  onReserved?: () => void | Promise<void>;
  /** Told before a quota is waited for; `until` is ISO 8601 in UTC. */
  onWait: (until: string) => void;
  /** Told what a provider remarks on its own answer. */
  onRemark?: (provider: ProviderId, text: string) => void;
  /** Told when a provider has begun to answer; a call that is made in turn lets the next one start. */
  onBegun?: () => void;
};
