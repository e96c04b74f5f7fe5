"use client";
import "@copilotkit/react-ui/v2/styles.css";
import { CopilotKitContext, EMPTY_SET } from "@copilotkit/react-core/v2/context";
import { useEffect, useMemo, useRef } from "react";
import { CrossIcon } from "@/app/_ui/icons";
import { ProblemAlert } from "@/app/_ui/messages/problem-alert";
import quiet from "@/app/_ui/quiet-button.module.css";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import { openClient } from "./connection";
import { Conversation } from "./conversation";
import styles from "./panel.module.css";
import { ServiceLine } from "./service-line";
import { useCoverPage } from "./use-cover-page";
import { useOpening } from "./use-opening";
import { useService } from "./use-service";

type AssistantPanelProps = { userId: string; hasCloudKey: boolean; onClose: () => void };

/** The assistant beside the page: one conversation, which is the same on every device. */
export function AssistantPanel({ userId, hasCloudKey, onClose }: AssistantPanelProps) {
  const choice = useService(userId, hasCloudKey);
  const { service } = choice;
  const serviceKey = service.kind === "cloud" ? service.publicKey : "own";
  const { state, problem, threadId, open, begin, remove } = useOpening();
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another client.
  const client = useMemo(() => openClient(service), [serviceKey]);
  useEffect(() => client.connect(), [client]);
  useEffect(() => panel.current?.focus(), []);
  useCoverPage(panel);
  const context = useMemo(
    () => ({ copilotkit: client, executingToolCallIds: EMPTY_SET }),
    [client],
  );
  const openAgain = () => {
    panel.current?.focus();
    void open();
  };
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label="Assistant"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>Assistant</h2>
        {state && (
          <button type="button" className={styles.link} onClick={begin}>
            New conversation
          </button>
        )}
        <button
          type="button"
          className={quiet.icon}
          onClick={onClose}
          aria-label="Close the assistant"
        >
          <CrossIcon />
        </button>
      </header>
      <ServiceLine choice={choice} keyFails={Boolean(state?.problem)} />
      {problem && (
        <div className={styles.cannot}>
          <ProblemAlert problem={problem} />
          {!state && (
            <div className={styles.row}>
              <button type="button" className={styles.link} onClick={openAgain}>
                Try again
              </button>
            </div>
          )}
        </div>
      )}
      {!state && !problem && <SkeletonLines widths={[80, 60, 90]} label="Opening the assistant" />}
      {state && threadId && (
        <CopilotKitContext.Provider value={context} key={serviceKey}>
          <Conversation
            key={threadId}
            threadId={threadId}
            state={state}
            own={service.kind === "own"}
            onUseOwn={() => choice.choose("own")}
            onDelete={() => void remove()}
          />
        </CopilotKitContext.Provider>
      )}
    </aside>
  );
}
