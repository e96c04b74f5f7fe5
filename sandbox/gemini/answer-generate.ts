import { type ProviderExchange, pause } from "../http/exchange";
import { sendPage } from "../http/send-json";
import { limitChain } from "../scenario/limit-chain";
import type { Chain } from "../scenario/parse-scenario";
import type { GeminiScenario } from "../scenario/registry";
import { checkThinking } from "./check-thinking";
import { checkTurns } from "./check-turns";
import { countTokens } from "./count-tokens";
import { decideCallRefusal, decideKeyRefusal, decideModelRefusal } from "./decide-refusal";
import { type GeminiError, invalidArgument } from "./error-table";
import { makeReply } from "./make-reply";
import { readPrompt } from "./read-prompt";
import { GenerateBody } from "./schema";
import { sendGeminiError } from "./send-gemini-error";
import { sendReply } from "./send-reply";

type Call = { model: string; body: unknown };

/** `generateContent` and `streamGenerateContent`: refused, broken, or written. */
export async function answerGenerate(
  exchange: ProviderExchange,
  parsedChain: Chain<GeminiScenario> | null,
  { model, body }: Call,
): Promise<void> {
  const parsed = GenerateBody.safeParse(body);
  const json = parsed.data?.generationConfig?.responseMimeType === "application/json";
  if (parsed.success) {
    const prompt = readPrompt(parsed.data).all;
    exchange.state.log.keepPrompt(exchange.entry, prompt);
  }
  const { chain, refusal } = countCall(exchange, parsedChain, { model, json });
  if (chain?.has("silent")) await pause(exchange, (chain.get("silent") ?? 30) * 1000);
  if (refusal || chain === null) return sendGeminiError(exchange, refusal ?? invalidArgument(""));
  if (chain.has("html403")) return sendPage(exchange, 403, "Error 403 (Forbidden)!!1");
  if (chain.has("html502")) return sendPage(exchange, 502, "502 Bad Gateway");
  if (chain.has("wrongtype")) return sendPage(exchange, 200, "Sign in to the network");
  if (!parsed.success) return sendGeminiError(exchange, describeIssue(parsed.error.issues));
  const closed = decideModelRefusal(parsedChain, model) ?? checkThinking(parsed.data, chain, model);
  if (closed) return sendGeminiError(exchange, closed);
  const signer = { model, key: exchange.key };
  const objection = checkTurns(parsed.data, signer);
  if (objection) return sendGeminiError(exchange, objection);
  exchange.entry.promptTokens = countTokens(readPrompt(parsed.data).all);
  await sendReply(exchange, chain, makeReply(parsed.data, chain, signer));
}

/** Counts the call for its key, if it is of the kind the key aims at, and decides. */
function countCall(
  { key, entry, state }: ProviderExchange,
  parsed: Chain<GeminiScenario> | null,
  { model, json }: { model: string; json: boolean },
): { chain: Chain<GeminiScenario> | null; refusal: GeminiError | null } {
  const keyState = state.keys.require("gemini", entry.keyFingerprint ?? "");
  const matches = !(parsed?.has("prose") && json) && !(parsed?.has("json") && !json);
  if (matches) keyState.calls += 1;
  const chain = parsed && limitChain<GeminiScenario>(parsed, { call: keyState.calls, matches });
  const facts = { key, model, seconds: 0 };
  const refusal =
    decideKeyRefusal(chain, keyState, facts) ??
    (chain && decideCallRefusal(chain, keyState, facts));
  return { chain, refusal };
}

/** The first thing wrong with the body, worded as Google words it. */
function describeIssue(
  issues: readonly { code: string; path: PropertyKey[]; message: string; keys?: unknown }[],
): GeminiError {
  const issue = issues[0];
  const at = (issue?.path ?? []).map(String).join(".");
  if (issue?.code === "unrecognized_keys" && Array.isArray(issue.keys)) {
    const name = JSON.stringify(issue.keys[0]);
    return invalidArgument(
      `Invalid JSON payload received. Unknown name ${name} at '${at}': Cannot find field.`,
    );
  }
  return invalidArgument(`Invalid value at '${at}': ${issue?.message ?? "not a JSON object"}`);
}
