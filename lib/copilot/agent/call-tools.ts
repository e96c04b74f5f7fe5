import "server-only";
import { EventType } from "@ag-ui/core";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import { log } from "../../logs/log";
import type { Outcome, Setting, Texts } from "../actions/action";
import { requireAction } from "../actions/registry";
import { addAction } from "../confirmations/add-action";
import { WAITS_FOR_CLICK } from "../schema";
import { addSuggestions } from "../suggestions/add-suggestions";
import { addMessages } from "../threads/add-message";
import type { StoredCall } from "../threads/message";
import type { Talk } from "./talk";

/** What the calls of one turn came to: texts to answer from, and whether a click is waited for. */
export type Called = { texts: Texts[]; waits: boolean };
type Result = { told: Record<string, unknown>; texts?: Texts; waits?: boolean; costUsd: number };

/** Calls tools in order, tells each as it goes, and keeps what each is answered with. */
export async function callTools(
  talk: Talk,
  messageId: string,
  calls: readonly StoredCall[],
): Promise<Called> {
  const called: Called = { texts: [], waits: false };
  for (const call of calls) {
    tellCall(talk, messageId, call);
    const result = await callTool(talk, call);
    await tellResult(talk, call, result);
    if (result.texts) called.texts.push(result.texts);
    called.waits ||= result.waits ?? false;
  }
  return called;
}

function tellCall({ emit }: Talk, parentMessageId: string, { callId, name, args }: StoredCall) {
  const toolCallId = callId;
  emit({ type: EventType.TOOL_CALL_START, toolCallId, toolCallName: name, parentMessageId });
  emit({ type: EventType.TOOL_CALL_ARGS, toolCallId, delta: JSON.stringify(args) });
  emit({ type: EventType.TOOL_CALL_END, toolCallId });
}

async function tellResult(talk: Talk, call: StoredCall, result: Result): Promise<void> {
  const { told, costUsd } = result;
  const messageId = crypto.randomUUID();
  const toolCallId = call.callId;
  const message = { id: messageId, role: "tool" as const, toolCallId, result: told, costUsd };
  await addMessages(talk, [message]);
  talk.emit({
    ...{ type: EventType.TOOL_CALL_RESULT, messageId, toolCallId, role: "tool" },
    content: JSON.stringify(told),
  });
}

/** What fails is told to the model by its code; only Stop ends the answer. */
async function callTool(talk: Talk, call: StoredCall): Promise<Result> {
  const spent = { usd: 0 };
  try {
    return { ...(await perform(talk, call, spent)), costUsd: spent.usd };
  } catch (error) {
    talk.signal.throwIfAborted();
    const known = error instanceof AppError;
    if (!known) log.error({ err: error }, "A tool of the assistant failed");
    const told = known
      ? { status: "failed", code: error.code, detail: error.message }
      : { status: "failed", code: "internal" };
    return { told, costUsd: spent.usd };
  }
}

async function perform(
  talk: Talk,
  { callId, name, args }: StoredCall,
  spent: { usd: number },
): Promise<Omit<Result, "costUsd">> {
  const action = requireAction(name);
  const { user, page, signal, threadId } = talk;
  const setting: Setting = {
    user,
    page,
    signal,
    emit: (type, data) => {
      if (type === "cost" && "usd" in data) {
        talk.spend(data.usd - spent.usd);
        spent.usd = data.usd;
      }
    },
  };
  const plan = await action.plan(setting, args);
  const asked = { user, threadId, toolCallId: callId };
  if (action.needsClick || plan.priceUsd === null || plan.priceUsd > LIMITS.assistantFreeHandUsd) {
    const actionId = await addAction({ ...asked, name }, plan);
    return { told: { status: WAITS_FOR_CLICK, actionId }, waits: true };
  }
  if (plan.priceUsd > 0) takePaid(talk);
  return keep(asked, await action.run(setting, plan.args));
}

/** A tool that calls a model or a search takes one of the message's calls. */
function takePaid({ calls }: Talk): void {
  if (calls.left === 0) throw new AppError("calls_used");
  calls.left -= 1;
}

async function keep(
  asked: Parameters<typeof addSuggestions>[0],
  { told, texts, suggestions = [], link }: Outcome,
): Promise<Omit<Result, "costUsd">> {
  const suggestionIds = await addSuggestions(asked, suggestions);
  const all = {
    ...told,
    ...(suggestionIds.length > 0 ? { suggestionIds } : {}),
    ...(link ? { link } : {}),
  };
  return { told: all, ...(texts ? { texts } : {}) };
}
