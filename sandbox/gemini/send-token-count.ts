import type { ProviderExchange } from "../http/exchange";
import { sendJson } from "../http/send-json";
import type { GeminiScenario } from "../registry";
import type { Chain } from "../scenario/parse-scenario";
import { countTokens } from "../text/cut-text";
import { decideFreeRefusal } from "./decide-free-refusal";
import { invalidArgument } from "./error-table";
import { CountBody } from "./schema";
import { sendGeminiError } from "./send-gemini-error";

/** `countTokens`: free, so only an error of the key stops it. */
export function sendTokenCount(
  exchange: ProviderExchange,
  chain: Chain<GeminiScenario> | null,
  body: unknown,
): void {
  const refusal = decideFreeRefusal(exchange, chain);
  const parsed = CountBody.safeParse(body);
  if (refusal) sendGeminiError(exchange, refusal);
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
