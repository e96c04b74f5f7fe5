import type { Message } from "@ag-ui/client";
import { formatUsd } from "@/app/_ui/money";
import { ActionCard } from "../cards/action-card";
import { SuggestionCard } from "../cards/suggestion-card";
import { AnswerText } from "./answer-text";
import styles from "./panel.module.css";
import { ToolLine } from "./tool-line";
import { type Chat, explain } from "./use-chat";

type MessageViewProps = { message: Message; messages: readonly Message[]; chat: Chat };

/** One message: who says it, what was called for it, and what waits for its user. */
export function MessageView({ message, messages, chat }: MessageViewProps) {
  const { state } = chat;
  const calls = message.role === "assistant" ? (message.toolCalls ?? []) : [];
  const problem = state?.problems[message.id];
  const cost = state?.costs[message.id];
  const text = typeof message.content === "string" ? message.content : "";
  return (
    <article className={styles.message} data-role={message.role}>
      <p className={styles.who}>{message.role === "user" ? "You" : "Assistant"}</p>
      {message.role === "user" ? (
        <p className={styles.said}>{text}</p>
      ) : (
        text !== "" && <AnswerText text={text} citations={state?.citations[message.id] ?? []} />
      )}
      {calls.map((call) => (
        <div key={call.id}>
          <ToolLine call={call} messages={messages} costUsd={state?.costs[call.id]} />
          {state?.actions
            .filter(({ toolCallId }) => toolCallId === call.id)
            .map((action) => (
              <ActionCard
                key={action.id}
                action={action}
                onDecided={async () => {
                  await chat.reload();
                  chat.goOn();
                }}
              />
            ))}
          {state?.suggestions
            .filter(({ toolCallId }) => toolCallId === call.id)
            .map((one) => (
              <SuggestionCard key={one.id} suggestion={one} onDecided={chat.reload} />
            ))}
        </div>
      ))}
      {problem && (
        <p className={styles.note}>{problem === "stopped" ? "Stopped." : explain(problem).title}</p>
      )}
      {cost !== undefined && <p className={styles.note}>{formatUsd(cost)} on your Gemini key</p>}
    </article>
  );
}
