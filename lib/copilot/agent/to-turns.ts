import { LIMITS } from "../../limits/registry";
import type { Turn } from "../../providers/gemini-turns";
import { type PendingAction, WAITS_FOR_CLICK } from "../schema";
import type { Message, StoredCall } from "../threads/message";

/**
 * A stored thread as a model is told it. Signatures go back only to whom they hold for; what was
 * called with another model or key is told without them, and without its results.
 */
export function toTurns(
  messages: readonly Message[],
  actions: readonly PendingAction[],
  holder: string,
): Turn[] {
  const recent = cutAtUser(messages.at(-1)?.problem ? messages.slice(0, -1) : messages);
  const results = new Map(recent.flatMap((one) => (one.toolCallId ? [[one.toolCallId, one]] : [])));
  return recent.flatMap((message): Turn[] => {
    if (message.role === "tool") return [];
    if (message.role === "user") return [{ role: "user", text: message.content }];
    const { content, toolCalls } = message;
    const answered = toolCalls.filter(({ callId }) => results.has(callId));
    if (answered.length === 0) return content ? [{ role: "model", text: content, calls: [] }] : [];
    const answer = (call: StoredCall) =>
      readResult(call, results.get(call.callId)?.result, actions);
    if (answered.some((call) => call.holder !== holder))
      return [
        { role: "model", text: content || "I have looked into it.", calls: [] },
        { role: "user", text: `(${answered.map((call) => readStatus(answer(call))).join(", ")})` },
      ];
    return [
      { role: "model", text: content, calls: answered.map(toCall) },
      {
        role: "tools",
        answers: answered.map((call) => ({
          ...pickId(call),
          name: call.name,
          response: answer(call),
        })),
      },
    ];
  });
}

/** The newest messages, from one of the user's on. */
function cutAtUser(messages: readonly Message[]): readonly Message[] {
  const from = Math.max(0, messages.length - LIMITS.assistantMemory);
  const first = messages.findIndex(({ role }, index) => index >= from && role === "user");
  return first < 0 ? messages : messages.slice(first);
}

function toCall({ name, args, signature, ...call }: StoredCall) {
  return { ...pickId(call), name, args, ...(signature ? { signature } : {}) };
}

function pickId({ id }: Pick<StoredCall, "id">) {
  return id ? { id } : {};
}

/** What waits for a click is told as it stands now, whatever was told before. */
function readResult(
  { callId }: StoredCall,
  result: unknown,
  actions: readonly PendingAction[],
): Record<string, unknown> {
  const action = actions.find(({ toolCallId }) => toolCallId === callId);
  const told = typeof result === "object" && result ? { ...result } : {};
  if (!action) return told;
  const { status, problem } = action;
  const came = status === "done" ? action.told : {};
  return { ...told, ...came, status: DECIDED[status], ...(problem ? { problem } : {}) };
}

const DECIDED = {
  waiting: WAITS_FOR_CLICK,
  running: "being done",
  done: "done",
  refused: "refused by the user",
  failed: "failed",
} as const;

function readStatus(result: Record<string, unknown>): string {
  return typeof result.status === "string" ? result.status : "done";
}
