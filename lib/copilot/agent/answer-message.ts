import "server-only";
import { EventType } from "@ag-ui/core";
import { openCitationFilter } from "../../blog/citations/open-citation-filter";
import type { Citation } from "../../blog/schema";
import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import type { Texts } from "../actions/action";
import { ACTIONS } from "../actions/registry";
import { listActions } from "../confirmations/list-actions";
import { addMessages } from "../threads/add-message";
import { listMessages } from "../threads/list-messages";
import type { Message, StoredCall } from "../threads/message";
import { answerFromTexts } from "./answer-from-texts";
import { askModel } from "./ask-model";
import { callTools } from "./call-tools";
import { describeAssistant } from "./describe-assistant";
import { type OpenMessage, openMessage } from "./open-message";
import type { Talk } from "./talk";
import { toTurns } from "./to-turns";

const TOOLS = ACTIONS.map(({ declaration }) => declaration);
type Said = { calls: StoredCall[]; citations: Citation[] };

/**
 * Answers what the thread ends with: the user's message, or what came of a click. Calls with tools
 * see no text of a page or a post; what answers from such texts has no tools, and ends the answer.
 *
 * @throws AppError with the code of what went wrong; what was said until then is kept.
 */
export async function answerMessage(talk: Talk): Promise<void> {
  for (;;) {
    const messages = await listMessages(talk);
    if (!wantsAnswer(messages)) return;
    const { id, calls } = await say(talk, (own, message) => askWithTools(own, messages, message));
    if (calls.length === 0) return;
    const { texts, waits } = await callTools(talk, id, calls);
    for (const one of texts) await say(talk, (own, message) => answerFrom(own, one, message));
    if (waits || texts.length > 0) return;
  }
}

/** True unless the assistant has spoken last, to the end: an answer that broke off can be asked for again. */
function wantsAnswer(messages: readonly Message[]): boolean {
  const last = messages.at(-1);
  if (last?.role !== "assistant") return last !== undefined;
  return last.problem !== null || last.toolCalls.length > 0;
}

async function askWithTools(talk: Talk, messages: Message[], message: OpenMessage): Promise<Said> {
  const actions = await listActions(talk);
  const filter = openCitationFilter(new Set());
  const calls = await askModel(talk, {
    system: await describeAssistant(talk),
    prompt: (holder) => toTurns(messages, actions, holder),
    maxOutputTokens: LIMITS.outputTokens.assistant,
    tools: TOOLS,
    onText: (text) => message.say(filter.push(text).text),
  });
  message.say(filter.end().text);
  if (calls.length === 0 && message.text() === "")
    throw new AppError("reply_malformed", { provider: "gemini" });
  return { calls, citations: [] };
}

async function answerFrom(talk: Talk, texts: Texts, message: OpenMessage): Promise<Said> {
  return { calls: [], citations: await answerFromTexts(talk, texts, message) };
}

/** Has a message said and keeps it, with what it cost, however it ends. */
async function say(
  talk: Talk,
  write: (talk: Talk, message: OpenMessage) => Promise<Said>,
): Promise<{ id: string; calls: StoredCall[] }> {
  const message = openMessage(talk.emit);
  const cost = { usd: 0 };
  const said: Said = { calls: [], citations: [] };
  let problem: string | null = "stopped";
  const onCost = (_: string, usd: number | null) => {
    cost.usd += usd ?? 0;
    talk.spend(usd);
  };
  try {
    Object.assign(said, await write({ ...talk, caller: { ...talk.caller, onCost } }, message));
    problem = null;
  } catch (error) {
    if (error instanceof AppError) problem = error.code;
    throw error;
  } finally {
    message.end();
    await keep(talk, message, { ...said, costUsd: cost.usd, problem });
  }
  return { id: message.id, calls: said.calls };
}

type Kept = Said & { costUsd: number; problem: string | null };

async function keep(talk: Talk, message: OpenMessage, kept: Kept): Promise<void> {
  const { calls, citations, costUsd, problem } = kept;
  const content = message.text();
  if (content === "" && calls.length === 0 && costUsd === 0) return;
  const { id } = message;
  await addMessages(talk, [
    { id, role: "assistant", content, toolCalls: calls, citations, costUsd, problem },
  ]);
  if (citations.length > 0)
    talk.emit({ type: EventType.CUSTOM, name: "citations", value: { messageId: id, citations } });
}
