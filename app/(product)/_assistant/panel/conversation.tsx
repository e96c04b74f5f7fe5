import { useRef } from "react";
import { useCurrentPhase } from "@/app/_ui/current-phase";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import { formatUsd } from "@/app/_ui/money";
import { QuotaWait } from "@/app/_ui/work/quota-wait";
import type { AssistantState } from "@/lib/copilot/schema";
import { Announcer } from "./announcer";
import { Composer } from "./composer";
import { DeleteConversation } from "./delete-conversation";
import { listStarters } from "./list-starters";
import { MessageView } from "./message-view";
import styles from "./panel.module.css";
import { explain, useChat } from "./use-chat";
import { useFollowEnd } from "./use-follow-end";
import { usePage } from "./use-page";

type ConversationProps = {
  threadId: string;
  state: AssistantState;
  /** Our own service, which keeps the conversation. */
  own: boolean;
  onUseOwn: () => void;
  onDelete: () => void;
};

/** The messages of a thread, what waits in it, and the field for the next one. */
export function Conversation({ threadId, state, own, onUseOwn, onDelete }: ConversationProps) {
  const chat = useChat(threadId, own);
  const { messages, isRunning, problem, usd } = chat;
  const log = useRef<HTMLDivElement>(null);
  const page = usePage();
  const phase = useCurrentPhase();
  const cannot = own && state.problem ? explain(state.problem) : undefined;
  const shown = messages.filter(({ role }) => role !== "tool");
  useFollowEnd(log, {
    grown: `${shown.length} ${JSON.stringify(shown.at(-1))?.length} ${JSON.stringify(chat.state)?.length}`,
    said: shown.filter(({ role }) => role === "user").length,
  });
  const goOn = () => {
    // The button goes away with the problem: the focus stays in the panel.
    log.current?.closest("aside")?.focus();
    chat.goOn();
  };
  return (
    <>
      <div ref={log} className={styles.log} role="log" aria-live="off" aria-label="Conversation">
        {shown.length === 0 && chat.isReady && !cannot && (
          <p className={styles.empty}>
            Ask about this page, or have something done. What changes your text waits for you to
            accept it; what publishes, deletes or costs more than a cent waits for your click.
          </p>
        )}
        {shown.map((message) => (
          <MessageView key={message.id} message={message} messages={messages} chat={chat} />
        ))}
        {isRunning && (
          <p className={styles.working}>
            Working{usd > 0 ? `, ${formatUsd(usd)} so far on your keys` : ""}…
          </p>
        )}
        {chat.waitUntil && (
          <p className={styles.working}>
            <QuotaWait until={chat.waitUntil} />
          </p>
        )}
      </div>
      <Announcer chat={chat} />
      {cannot && (
        <div className={styles.cannot}>
          <ProblemAlert problem={cannot} />
          <p>The assistant cannot answer until then. Everything in this product works by hand.</p>
        </div>
      )}
      {problem && !isRunning && (
        <div className={styles.cannot}>
          <ProblemAlert problem={problem} />
          <div className={styles.row}>
            <button type="button" className={styles.link} onClick={goOn}>
              Try again
            </button>
            {!own && (
              <button type="button" className={styles.link} onClick={onUseOwn}>
                Use your Gemini key instead
              </button>
            )}
          </div>
        </div>
      )}
      <Composer
        chat={chat}
        disabled={cannot !== undefined}
        starters={shown.length === 0 ? listStarters(page, phase) : []}
      />
      <p className={styles.foot}>
        {chat.state && `${formatUsd(chat.state.costUsd)} for this conversation. `}
        {own &&
          state.messageUsd !== null &&
          `A usual reply costs less than ${formatUsd(state.messageUsd)} a call.`}
        {own && messages.length > 0 && <DeleteConversation onDelete={onDelete} />}
      </p>
    </>
  );
}
