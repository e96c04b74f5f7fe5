import type { Chain } from "../scenario/parse-scenario";
import type { GeminiScenario } from "../scenario/registry";
import { hashId } from "../text/hash-text";
import { composeJson } from "../writer/compose-json";
import { composeProse } from "../writer/compose-prose";
import { parseBrief } from "../writer/parse-brief";
import { spoilJson, spoilProse } from "../writer/spoil-reply";
import { callTools } from "./call-tool";
import { countTokens } from "./count-tokens";
import { readPrompt } from "./read-prompt";
import type { GenerateBody } from "./schema";
import { type SignedCall, type Signer, signCalls } from "./sign-calls";

/** A whole answer before it is put on the wire; `blocked` means the prompt was refused. */
export type Reply = {
  text: string;
  toolCalls: SignedCall[];
  finishReason: string;
  blocked: boolean;
  model: string;
  responseId: string;
  promptTokens: number;
  thoughtsTokens: number;
  /** What the model thought aloud before it wrote; empty unless the key asks for it. */
  thoughts: string;
  cachedTokens: number;
  /** What of the counts is left out of `usageMetadata`, as some replies do. */
  hidden: "nothing" | "prompt" | "everything";
};

/** The same request gets the same reply, but for the signatures of its calls, which the key makes. */
export function makeReply(body: GenerateBody, chain: Chain<GeminiScenario>, signer: Signer): Reply {
  const prompt = readPrompt(body);
  const { model } = signer;
  const toolCalls = signCalls(callTools(body, prompt), signer);
  const base = {
    text: toolCalls.length > 0 ? "" : spoilText(writeText(body, chain), chain),
    toolCalls,
    blocked: chain.has("blocked-prompt"),
    model: chain.has("billed-as") ? "gemini-3.8-flash" : model,
    thoughts: chain.has("thoughts")
      ? "**Planning the reply** I should look at the passages first. "
      : "",
    cachedTokens: chain.has("cached") ? Math.floor(countTokens(prompt.all) / 2) : 0,
    hidden: hideCounts(chain),
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
  return wrapJson(JSON.stringify(hostile ? spoilJson(value) : value, null, 2), chain);
}

/** Characters that Postgres cannot hold. */
function spoilText(text: string, chain: Chain<GeminiScenario>): string {
  if (!chain.has("unstorable")) return text;
  return text.replace(/([a-z]) ([a-z])/, "$1 \0$2").replace(/([a-z]) ([a-z])/, "$1 \ud83d $2");
}

/** JSON as models give it although they were asked for nothing else. */
function wrapJson(json: string, chain: Chain<GeminiScenario>): string {
  if (chain.has("fenced")) return `\`\`\`json\n${json}\n\`\`\``;
  if (chain.has("twice")) return `${json}${json}`;
  return chain.has("prefaced") ? `Here is the "JSON" that you've asked for:\n\n${json}\n` : json;
}

function hideCounts(chain: Chain<GeminiScenario>): Reply["hidden"] {
  if (chain.has("no-usage")) return "everything";
  return chain.has("half-usage") ? "prompt" : "nothing";
}

/** Models that think bill for it; a budget of 0 switches it off. */
function countThoughts({ generationConfig }: GenerateBody, model: string): number {
  const thinks = !/^gemini-(?:1|2\.0)/.test(model);
  const { thinkingBudget, thinkingLevel } = generationConfig?.thinkingConfig ?? {};
  return thinks && thinkingBudget !== 0 && thinkingLevel !== "minimal" ? 20 : 0;
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
  if (chain.has("thinks-away"))
    return { ...reply, text: "", thoughtsTokens: maxOutputTokens, finishReason: "MAX_TOKENS" };
  if (chain.has("other")) return { ...reply, text: half, finishReason: "OTHER" };
  if (chain.has("safety")) return { ...reply, text: half, finishReason: "SAFETY" };
  if (chain.has("recitation")) return { ...reply, text: half, finishReason: "RECITATION" };
  if (chain.has("max-tokens")) return { ...reply, text: half, finishReason: "MAX_TOKENS" };
  const room = Math.max(0, maxOutputTokens - reply.thoughtsTokens);
  if (countTokens(reply.text) <= room) return { ...reply, finishReason: "STOP" };
  return { ...reply, text: reply.text.slice(0, room * 4), finishReason: "MAX_TOKENS" };
}
