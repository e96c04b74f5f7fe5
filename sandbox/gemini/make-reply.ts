import type { GeminiScenario } from "../registry";
import type { Chain } from "../scenario/parse-scenario";
import { countTokens } from "../text/cut-text";
import { hashId } from "../text/hash-text";
import { composeJson } from "../writer/compose-json";
import { composeProse } from "../writer/compose-prose";
import { parseBrief } from "../writer/parse-brief";
import { spoilJson, spoilProse } from "../writer/spoil-reply";
import { callTools } from "./call-tool";
import { readPrompt } from "./read-prompt";
import type { GenerateBody } from "./schema";
import { type SignedCall, type Signer, signCalls } from "./sign-calls";

/** A whole answer before it is put on the wire; `blocked` means the prompt was refused. */
export type Reply = {
  text: string;
  toolCalls: SignedCall[];
  finishReason: "STOP" | "MAX_TOKENS" | "SAFETY" | "RECITATION" | "MALFORMED_FUNCTION_CALL";
  blocked: boolean;
  model: string;
  responseId: string;
  promptTokens: number;
  thoughtsTokens: number;
};

/** The same request gets the same reply, but for the signatures of its calls, which the key makes. */
export function makeReply(body: GenerateBody, chain: Chain<GeminiScenario>, signer: Signer): Reply {
  const prompt = readPrompt(body);
  const { model } = signer;
  const toolCalls = signCalls(callTools(body, prompt), signer);
  const base = {
    text: toolCalls.length > 0 ? "" : writeText(body, chain),
    toolCalls,
    blocked: chain.has("blocked-prompt"),
    model,
    responseId: hashId(`${model} ${JSON.stringify(body)}`),
    promptTokens: countTokens(prompt.all),
    thoughtsTokens: countThoughts(body, model),
  };
  return limitReply(base, chain, body.generationConfig?.maxOutputTokens);
}

function writeText(body: GenerateBody, chain: Chain<GeminiScenario>): string {
  if (chain.has("empty")) return "";
  const brief = parseBrief(readPrompt(body));
  const hostile = chain.has("hostile");
  const config = body.generationConfig;
  if (config?.responseMimeType !== "application/json" || chain.has("off-schema")) {
    const prose = composeProse(brief);
    return hostile ? spoilProse(prose, brief) : prose;
  }
  const schema = config.responseJsonSchema ?? config.responseSchema ?? { type: "object" };
  const value = composeJson(schema, brief);
  return JSON.stringify(hostile ? spoilJson(value) : value, null, 2);
}

/** Models that think bill for it; a budget of 0 switches it off. */
function countThoughts({ generationConfig }: GenerateBody, model: string): number {
  const thinks = !/^gemini-(?:1|2\.0)/.test(model);
  return thinks && generationConfig?.thinkingConfig?.thinkingBudget !== 0 ? 20 : 0;
}

/** Cuts the text where the scenario or `maxOutputTokens`, which thoughts count towards, says. */
function limitReply(
  reply: Omit<Reply, "finishReason">,
  chain: Chain<GeminiScenario>,
  maxOutputTokens = Number.POSITIVE_INFINITY,
): Reply {
  const half = reply.text.slice(0, Math.floor(reply.text.length / 2));
  if (chain.has("malformed-call") && reply.toolCalls.length > 0)
    return { ...reply, toolCalls: [], finishReason: "MALFORMED_FUNCTION_CALL" };
  if (chain.has("safety")) return { ...reply, text: half, finishReason: "SAFETY" };
  if (chain.has("recitation")) return { ...reply, text: half, finishReason: "RECITATION" };
  if (chain.has("max-tokens")) return { ...reply, text: half, finishReason: "MAX_TOKENS" };
  const room = Math.max(0, maxOutputTokens - reply.thoughtsTokens);
  if (countTokens(reply.text) <= room) return { ...reply, finishReason: "STOP" };
  return { ...reply, text: reply.text.slice(0, room * 4), finishReason: "MAX_TOKENS" };
}
