import type { Message } from "@ag-ui/client";
import { useEffect, useState } from "react";
import { stripMarkup } from "@/lib/markdown/strip-markup";
import type { Chat } from "./use-chat";

/** Says to a screen reader what was answered, once it is whole: words that stream would be read in pieces. */
export function Announcer({ chat }: { chat: Chat }) {
  const { messages, state, isRunning } = chat;
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    if (isRunning) setHeard(true);
  }, [isRunning]);
  return (
    <p className="visually-hidden" role="status">
      {heard && (isRunning ? "The assistant is answering." : describe(messages, state))}
    </p>
  );
}

function describe(messages: readonly Message[], state: Chat["state"]): string {
  const last = messages.findLast(({ role }) => role === "assistant");
  const text = typeof last?.content === "string" ? stripMarkup(last.content) : "";
  const calls = last?.role === "assistant" ? (last.toolCalls ?? []) : [];
  const isOfLast = ({ toolCallId }: { toolCallId: string }) =>
    calls.some(({ id }) => id === toolCallId);
  const waits = [...(state?.suggestions ?? []), ...(state?.actions ?? [])].filter(
    (one) => one.status === "waiting" && isOfLast(one),
  );
  const where = "Press the up arrow in the empty field to go there.";
  return [
    text && `The assistant says: ${text}`,
    ...waits.map(({ title }) => `Waits for you: ${title}.`),
    waits.length > 0 && where,
  ]
    .filter(Boolean)
    .join(" ");
}
