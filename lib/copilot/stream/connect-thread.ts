import "server-only";
import { EventType } from "@ag-ui/core";
import type { UserId } from "../../auth/user-id";
import type { RunBody } from "../schema";
import { listMessages } from "../threads/list-messages";
import type { Message } from "../threads/message";
import { streamEvents } from "./stream-events";

/** Answers with the user's own thread as it is kept; an unknown one is an empty one. Calls nobody. */
export function connectThread(user: UserId, { threadId, runId }: RunBody, request: Request) {
  const ids = { threadId, runId: runId ?? crypto.randomUUID() };
  return streamEvents(request, ids, async (emit) => {
    const messages = (await listMessages({ user, threadId })).map(toAgentMessage);
    emit({ type: EventType.MESSAGES_SNAPSHOT, messages });
  });
}

/** A message as AG-UI has it: without signatures, costs and whom they hold for. */
function toAgentMessage({ id, role, content, toolCalls, toolCallId, result }: Message) {
  if (role === "tool") return { id, role, toolCallId, content: JSON.stringify(result ?? {}) };
  if (toolCalls.length === 0) return { id, role, content };
  return {
    ...{ id, role, content },
    toolCalls: toolCalls.map(({ callId, name, args }) => {
      return { id: callId, type: "function", function: { name, arguments: JSON.stringify(args) } };
    }),
  };
}
