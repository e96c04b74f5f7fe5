import { useCallback, useEffect, useState } from "react";
import type { Problem } from "@/app/_ui/messages/problem";
import type { AssistantState } from "@/lib/copilot/schema";
import { deleteThread, readAssistant } from "../assistant-requests";

/** Whether the assistant can help, once it is known, and the conversation that is open. */
export function useOpening() {
  const [state, setState] = useState<AssistantState>();
  const [problem, setProblem] = useState<Problem>();
  const [threadId, setThreadId] = useState<string>();
  const open = useCallback(async () => {
    setProblem(undefined);
    const answer = await readAssistant();
    if (!answer.ok) return setProblem(answer.problem);
    setState(answer.value);
    setThreadId((known) => known ?? answer.value.threadId ?? crypto.randomUUID());
  }, []);
  useEffect(() => void open(), [open]);
  const begin = () => {
    setProblem(undefined);
    setThreadId(crypto.randomUUID());
  };
  const remove = async () => {
    const answer = threadId && (await deleteThread(threadId));
    if (answer && !answer.ok) return setProblem(answer.problem);
    begin();
  };
  return { state, problem, threadId, open, begin, remove };
}
