import type { EventType } from "@ag-ui/core";
import type { UserId } from "../../auth/user-id";
import type { Caller } from "../../calls/caller";
import type { Page } from "../schema";

/** An event of AG-UI as it goes on the wire. */
export type AgentEvent = { type: EventType } & Record<string, unknown>;

/** One answer in the making: for whom, in which thread, and where it is told. */
export type Talk = {
  user: UserId;
  threadId: string;
  runId: string;
  page: Page;
  signal: AbortSignal;
  emit: (event: AgentEvent) => void;
  /** Calls of models that are left for this message. */
  calls: { left: number };
  /** Told what each call cost in US dollars. */
  spend: (usd: number | null) => void;
  caller: Caller;
};
