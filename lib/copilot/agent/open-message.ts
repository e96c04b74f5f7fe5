import { EventType } from "@ag-ui/core";
import type { AgentEvent } from "./talk";

/** A message of the assistant that is being told; `text` is all of it so far. */
export type OpenMessage = {
  id: string;
  text: () => string;
  say: (text: string) => void;
  end: () => void;
};

/** Opens a message, which is told to the browser from its first word on. */
export function openMessage(emit: (event: AgentEvent) => void): OpenMessage {
  const messageId = crypto.randomUUID();
  let text = "";
  return {
    id: messageId,
    text: () => text.trim(),
    say: (piece) => {
      const delta = text === "" ? piece.trimStart() : piece;
      if (delta === "") return;
      if (text === "") emit({ type: EventType.TEXT_MESSAGE_START, messageId, role: "assistant" });
      text += delta;
      emit({ type: EventType.TEXT_MESSAGE_CONTENT, messageId, delta });
    },
    end: () => {
      if (text !== "") emit({ type: EventType.TEXT_MESSAGE_END, messageId });
    },
  };
}
