import type { Message } from "@ag-ui/client";
import { useEffect, useState } from "react";
import { stripMarkup } from "@/lib/markdown/strip-markup";
import type { Chat } from "./use-chat";

/**
 * Says to a screen reader what was answered, once it is whole: words that stream would be read in
 * pieces. What was there when the conversation was opened is not said again.
 */
export function Announcer({ chat }: { chat: Chat }) {
  const { messages, state, isReady, isRunning } = chat;
  const last = messages.findLast(({ role }) => role === "assistant");
  const [opened, setOpened] = useState<{ lastId: string | undefined }>();
  useEffect(() => {
    if (isReady) setOpened((known) => known ?? { lastId: last?.id });
  }, [isReady, last?.id]);
  const isNew = opened !== undefined && last !== undefined && last.id !== opened.lastId;
  return (
    <p className="visually-hidden" role="status">
      {isRunning ? "The assistant is answering." : isNew && describe(last, state)}
    </p>
  );
}

function describe(message: Message, state: Chat["state"]): string {
  const text = typeof message.content === "string" ? stripMarkup(message.content) : "";
  const calls = message.role === "assistant" ? (message.toolCalls ?? []) : [];
  const isOfMessage = ({ toolCallId }: { toolCallId: string }) =>
    calls.some(({ id }) => id === toolCallId);
  const waits = [...(state?.suggestions ?? []), ...(state?.actions ?? [])].filter(
    (one) => one.status === "waiting" && isOfMessage(one),
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
