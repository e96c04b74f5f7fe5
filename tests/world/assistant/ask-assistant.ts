import { randomUUID } from "node:crypto";
import type { UserId } from "@/lib/auth/user-id";
import { answerClient } from "@/lib/copilot/stream/answer-client";

/** An event of AG-UI as a client reads it. */
export type AgentEvent = { type: string; [name: string]: unknown };
type Asking = {
  threadId?: string;
  runId?: string;
  page?: object;
  /** Messages before the user's own, as a client sends its history. */
  history?: object[];
  messageId?: string;
  signal?: AbortSignal;
};

/** The body of a run as CopilotKit's client sends it. */
export function runInput(text: string | null, asking: Asking = {}) {
  const { threadId = randomUUID(), runId = randomUUID(), page, history = [] } = asking;
  const { messageId = randomUUID() } = asking;
  const said = text === null ? [] : [{ id: messageId, role: "user", content: text }];
  return {
    ...{ threadId, runId, state: {}, tools: [], forwardedProps: {} },
    messages: [...history, ...said],
    context: page ? [{ description: "page", value: JSON.stringify(page) }] : [],
  };
}

/** Says something to the assistant, or (with null) lets it go on, and reads its answer to the end. */
export async function askAssistant(
  user: UserId,
  text: string | null,
  asking: Asking = {},
): Promise<AgentEvent[]> {
  const request = new Request("http://localhost/api/copilotkit/agent/default/run", {
    method: "POST",
    body: JSON.stringify(runInput(text, asking)),
    ...(asking.signal ? { signal: asking.signal } : {}),
  });
  return readAgentEvents(await answerClient(user, request, "agent/default/run"));
}

/** The events of a stream of AG-UI. */
export async function readAgentEvents(response: Response): Promise<AgentEvent[]> {
  const frames = (await response.text()).split("\n\n");
  return frames.flatMap((frame) =>
    frame.startsWith("data: ") ? [JSON.parse(frame.slice("data: ".length))] : [],
  );
}

/** What was said, as text. */
export function textOf(events: readonly AgentEvent[]): string {
  return events
    .filter(({ type }) => type === "TEXT_MESSAGE_CONTENT")
    .map(({ delta }) => String(delta))
    .join("");
}

/** What the tools answered, as JSON, by their names. */
export function resultsOf(events: readonly AgentEvent[]): Record<string, Record<string, unknown>> {
  const starts = events.filter(({ type }) => type === "TOOL_CALL_START");
  const results = events.filter(({ type }) => type === "TOOL_CALL_RESULT");
  return Object.fromEntries(
    results.map(({ toolCallId, content }) => {
      const start = starts.find((one) => one.toolCallId === toolCallId);
      return [String(start?.toolCallName), JSON.parse(String(content))];
    }),
  );
}
