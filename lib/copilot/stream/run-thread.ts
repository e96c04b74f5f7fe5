import "server-only";
import { EventType } from "@ag-ui/core";
import type { UserId } from "../../auth/user-id";
import type { Caller } from "../../calls/caller";
import { openPatience } from "../../calls/open-patience";
import { LIMITS } from "../../limits/registry";
import { chooseModel, replaceModel } from "../../models/choose-model";
import { answerMessage } from "../agent/answer-message";
import type { AgentEvent, Talk } from "../agent/talk";
import { stepOfRun } from "../runs/abandon-run";
import { claimRun } from "../runs/claim-run";
import { watchRun } from "../runs/watch-run";
import type { RunBody } from "../schema";
import { streamEvents } from "./stream-events";

/**
 * Answers in a thread of the user's, streamed. Closing the stream stops the answer, as Stop does on
 * any server.
 *
 * @throws AppError `assistant_busy` before anything is streamed.
 */
export async function runThread(user: UserId, body: RunBody, request: Request): Promise<Response> {
  const { threadId, said, page } = body;
  const runId = await claimRun({ user, threadId }, said, body.runId);
  const ids = { threadId, runId: body.runId ?? runId };
  return streamEvents(request, ids, async (emit, gone) => {
    const watched = watchRun(user, runId, gone);
    const { signal } = watched;
    let usd = 0;
    const spend = (spent: number | null) => {
      usd += spent ?? 0;
      emit({ type: EventType.CUSTOM, name: "cost", value: { usd: Number(usd.toFixed(6)) } });
    };
    const calls = { left: LIMITS.assistantCalls };
    try {
      const caller = await openAssistantCaller({ user, runId, signal, emit, spend });
      await answerMessage({ user, threadId, runId, page, signal, emit, calls, spend, caller });
    } finally {
      await watched.end();
    }
  });
}

type Opening = Pick<Talk, "user" | "runId" | "signal" | "spend"> & {
  emit: (event: AgentEvent) => void;
};

async function openAssistantCaller(opening: Opening): Promise<Caller> {
  const { user, runId, signal, emit, spend } = opening;
  const { model } = await chooseModel(user);
  return {
    user,
    postId: null,
    step: stepOfRun(runId),
    model,
    replaceModel: async (gone, reason) =>
      (await replaceModel(user, { model: gone, wanted: model, reason })).model,
    signal,
    onCost: (_, usd) => spend(usd),
    patience: openPatience((until) =>
      emit({ type: EventType.CUSTOM, name: "wait", value: { until } }),
    ),
  };
}
