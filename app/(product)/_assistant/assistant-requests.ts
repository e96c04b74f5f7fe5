import { z } from "zod";
import { jsonPost, requestJson } from "@/app/_ui/messages/problem";
import {
  type ActionDecision,
  assistantState,
  pendingAction,
  type SuggestionDecision,
  suggestion,
  threadState,
} from "@/lib/copilot/schema";

const decided = z.object({ status: z.string() });
const waiting = z.object({ suggestions: z.array(suggestion) });

/** Whether the assistant can help, and the newest conversations. */
export const readAssistant = () => requestJson("/api/assistant", assistantState);

/** What a conversation holds beside its messages. */
export const readThread = (id: string) => requestJson(`/api/assistant/threads/${id}`, threadState);

/** Deletes a conversation. */
export const deleteThread = (id: string) =>
  requestJson(`/api/assistant/threads/${id}`, z.null(), { method: "DELETE" });

/** The user's click on what waits for it. */
export const decideAction = (id: string, decision: ActionDecision) =>
  requestJson(`/api/assistant/actions/${id}`, pendingAction, jsonPost({ decision }));

/** The user's click on a suggestion. */
export const decideSuggestion = (id: string, decision: SuggestionDecision) =>
  requestJson(`/api/assistant/suggestions/${id}`, decided, jsonPost({ decision }));

/** What waits for a post. */
export const readSuggestions = (postId: string) =>
  requestJson(`/api/assistant/suggestions?post=${postId}`, waiting);
