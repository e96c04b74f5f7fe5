import type { UserId } from "../auth/user-id";
import type { ErrorCode } from "../errors";
import type { PriceFinder } from "../models/find-price";
import type { ProviderId } from "../providers/schema";
import type { CostReport } from "../usage/ledger";

/** How a request that somebody waits for takes it that the quota of a minute is used up. */
export type Patience = {
  /** Until when it may wait, in milliseconds of the epoch: no longer than the platform gives a request. */
  until: number;
  /** Told before it waits; `time` is ISO 8601 in UTC. */
  onWait: (time: string) => void;
};

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
  /** Its prices, where several calls share them; else each asks for them. */
  prices?: () => Promise<PriceFinder>;
  /** The most that the calls of the post may cost together, in US dollars. */
  capUsd?: number | undefined;
  /** Told after each call what it cost in US dollars, however it ended; null for an unpriced model. */
  onCost?: (provider: ProviderId, usd: number | null) => void | Promise<void>;
  /** Tells the post's followers what it costs, whenever money is set aside for a call or settled. */
  reportCost?: CostReport;
  /** Without it nothing waits: a call throws a `WaitError` and is made again later. */
  patience?: Patience;
  /** Gives what the same call of an earlier delivery of the step has given, and makes it otherwise. */
  remember?: <T>(operation: string, make: () => Promise<T>) => Promise<T>;
  /** Told what a provider remarks on its own answer. */
  onRemark?: (provider: ProviderId, text: string) => void;
  /** Told when a call no longer needs its turn: the next of the post may start. */
  onStarted?: () => void;
  /** Told when a provider has begun to answer: the quota holds. */
  onBegun?: () => void;
};
