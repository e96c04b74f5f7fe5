import type { AbstractAgent } from "@ag-ui/client";
import { useAgent, useAgentContext, useCopilotKit } from "@copilotkit/react-core/v2/headless";
import { useCallback, useEffect, useState } from "react";
import { tellChange } from "@/app/_ui/changed-elsewhere";
import { flushForms } from "@/app/_ui/flush-forms";
import { describeUnreached, type Problem } from "@/app/_ui/messages/problem";
import { PAGE_CONTEXT, type ThreadState } from "@/lib/copilot/schema";
import { errorRow, isErrorCode } from "@/lib/errors";
import { readThread } from "../assistant-requests";
import { useConnection } from "./use-connection";
import { usePage } from "./use-page";
import { useRuntimeStatus } from "./use-runtime-status";

/** A conversation as the panel shows it. `usd` is what the answer in the making has cost so far. */
export type Chat = {
  messages: AbstractAgent["messages"];
  state: ThreadState | undefined;
  isReady: boolean;
  isRunning: boolean;
  problem: Problem | undefined;
  waitUntil: string | undefined;
  usd: number;
  send: (text: string) => void;
  goOn: () => void;
  stop: () => void;
  reload: () => Promise<void>;
};

/** Connects to a thread, and sends nothing before it is connected: the first message is never lost. */
export function useChat(threadId: string, own: boolean): Chat {
  const { copilotkit } = useCopilotKit();
  const service = useRuntimeStatus();
  const { agent, isReady } = useAgent();
  const [state, setState] = useState<ThreadState>();
  const [problem, setProblem] = useState<Problem>();
  const [waitUntil, setWaitUntil] = useState<string>();
  const [usd, setUsd] = useState(0);
  const value = JSON.stringify(usePage());
  useAgentContext({ description: PAGE_CONTEXT, value });
  const reload = useCallback(async () => {
    if (!own) return;
    const answer = await readThread(threadId);
    if (!answer.ok) return;
    setState(answer.value);
    tellChange();
  }, [threadId, own]);
  const connect = useCallback(async () => {
    agent.threadId = threadId;
    if (own) await copilotkit.connectAgent({ agent });
    if (agent.messages.length > 0) await reload();
  }, [agent, copilotkit, own, reload, threadId]);
  const fail = useCallback((error: unknown) => setProblem(explainFailure(error)), []);
  const { connected, connectAgain } = useConnection(isReady, connect, fail);
  useEffect(() => {
    const heard = agent.subscribe({
      onRunErrorEvent: ({ event }) => setProblem(explain(event.code)),
      onRunFailed: ({ error }) => setProblem((known) => known ?? explainFailure(error)),
      onCustomEvent: ({ event }) => {
        if (event.name === "cost") setUsd(Number(event.value?.usd ?? 0));
        if (event.name === "wait") setWaitUntil(String(event.value?.until ?? ""));
      },
    });
    return () => heard.unsubscribe();
  }, [agent]);
  const run = async () => {
    setProblem(undefined);
    setWaitUntil(undefined);
    setUsd(0);
    await flushForms();
    await copilotkit.runAgent({ agent });
    setWaitUntil(undefined);
    setUsd(0);
    await reload();
  };
  return {
    messages: agent.messages,
    state,
    isReady: connected && isReady,
    isRunning: connected && agent.isRunning,
    problem: problem ?? (service.failed && !connected ? describeUnreached() : undefined),
    waitUntil,
    usd,
    send: (text) => {
      agent.addMessage({ id: crypto.randomUUID(), role: "user", content: text });
      void run();
    },
    goOn: () => {
      if (connected) return void run();
      setProblem(undefined);
      if (service.failed) service.tryAgain();
      else connectAgain();
    },
    stop: () => copilotkit.stopAgent({ agent }),
    reload,
  };
}

/** The sentence and the fix of a code, from the one table. */
export function explain(code: string | undefined): Problem {
  const known = code && isErrorCode(code) ? code : "internal";
  return { code: known, ...errorRow(known) };
}

/** What CopilotKit says of an answer that was no stream: the problem document's code is in its text. */
function explainFailure(error: unknown): Problem {
  const code = /"code":"([a-z_]+)"/.exec(String(error))?.[1];
  if (code) return explain(code);
  return /abort/i.test(String(error)) ? explain("interrupted") : describeUnreached();
}
