import {
  type Exchange,
  openProviderExchange,
  type ProviderExchange,
  pause,
} from "../http/exchange";
import { readBody } from "../http/read-body";
import { sendJson } from "../http/send-json";
import { type Chain, parseScenario } from "../scenario/parse-scenario";
import { GEMINI_SCENARIOS, type GeminiScenario } from "../scenario/registry";
import { answerGenerate } from "./answer-generate";
import { decideFreeRefusal } from "./decide-free-refusal";
import { internalError, missingKey, unknownModel } from "./error-table";
import { getModel, listModels } from "./list-models";
import { sendGeminiError } from "./send-gemini-error";
import { sendTokenCount } from "./send-token-count";

const METHOD = /^\/v1beta\/models\/([^/:]+):(generateContent|streamGenerateContent|countTokens)$/;

/** Every Gemini path: models, countTokens, and the generating methods. */
export async function answerGemini(exchange: Exchange): Promise<void> {
  const key = exchange.req.headers["x-goog-api-key"];
  const opened = openProviderExchange(exchange, "gemini", typeof key === "string" ? key : "");
  // Keys of the new kind begin with `AQ.`; the scenario follows.
  const chain = parseScenario(opened.key.replace(/^AQ\./, ""), GEMINI_SCENARIOS);
  const method = METHOD.exec(opened.url.pathname);
  if (opened.key === "") sendGeminiError(opened, missingKey());
  else if (!method) await answerModels(opened, chain);
  else await answerMethod(opened, chain, { model: method[1] ?? "", verb: method[2] ?? "" });
}

async function answerMethod(
  exchange: ProviderExchange,
  chain: Chain<GeminiScenario> | null,
  { model, verb }: { model: string; verb: string },
): Promise<void> {
  exchange.entry.model = model;
  const body = await readBody(exchange);
  if (verb === "countTokens") sendTokenCount(exchange, chain, { model, body });
  else await answerGenerate(exchange, chain, { model, body });
}

/** The free probe: fails for what is wrong with the key itself, never for quotas or overload. */
async function answerModels(
  exchange: ProviderExchange,
  chain: Chain<GeminiScenario> | null,
): Promise<void> {
  await pause(exchange, chain?.get("probe-slow") ?? 0);
  if (chain?.has("probe-timeout")) return;
  const refusal = decideFreeRefusal(exchange, chain);
  if (refusal) sendGeminiError(exchange, refusal);
  else if (chain?.has("probe-500")) sendGeminiError(exchange, internalError());
  else sendModels(exchange, chain);
}

function sendModels(exchange: ProviderExchange, chain: Chain<GeminiScenario> | null): void {
  const { pathname, searchParams } = exchange.url;
  if (pathname === "/v1beta/models") {
    const pageSize = Math.min(Number(searchParams.get("pageSize")) || 50, 1000);
    sendJson(exchange, 200, listModels(chain, pageSize, searchParams.get("pageToken")));
    return;
  }
  const name = pathname.replace("/v1beta/models/", "");
  const model = getModel(chain, name);
  if (model) sendJson(exchange, 200, model);
  else sendGeminiError(exchange, unknownModel(name));
}
