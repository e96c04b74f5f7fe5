import type { ProviderExchange } from "../http/exchange";
import { sendJson, sendPage } from "../http/send-json";
import type { Chain } from "../scenario/parse-scenario";
import type { GeminiScenario } from "../scenario/registry";
import { countTokens } from "./count-tokens";
import { decideFreeRefusal } from "./decide-free-refusal";
import { decideCountRefusal } from "./decide-refusal";
import { invalidArgument } from "./error-table";
import { CountBody } from "./schema";
import { sendGeminiError } from "./send-gemini-error";

/** `countTokens`: free, so only an error of the key, or of the model for this key, stops it. */
export function sendTokenCount(
  exchange: ProviderExchange,
  chain: Chain<GeminiScenario> | null,
  { model, body }: { model: string; body: unknown },
): void {
  const refusal = decideFreeRefusal(exchange, chain) ?? decideCountRefusal(chain, model);
  const parsed = CountBody.safeParse(body);
  if (chain?.has("html403")) sendPage(exchange, 403, "Error 403 (Forbidden)!!1");
  else if (refusal) sendGeminiError(exchange, refusal);
  else if (!parsed.success)
    sendGeminiError(exchange, invalidArgument("Invalid JSON payload received."));
  else {
    const parts = parsed.data.contents.flatMap((content) => content.parts);
    const totalTokens = countTokens(parts.map((part) => part.text ?? "").join(""));
    sendJson(exchange, 200, {
      totalTokens,
      promptTokensDetails: [{ modality: "TEXT", tokenCount: totalTokens }],
    });
  }
}
