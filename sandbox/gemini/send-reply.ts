import { type ProviderExchange, pause } from "../http/exchange";
import { sendJson } from "../http/send-json";
import type { Chain } from "../scenario/parse-scenario";
import type { GeminiScenario } from "../scenario/registry";
import { buildChunks, buildWhole } from "./build-chunks";
import type { Reply } from "./make-reply";
import { streamChunks } from "./stream-chunks";

/** Sends the reply as one body, as SSE, or as a JSON array of chunks. */
export async function sendReply(
  exchange: ProviderExchange,
  chain: Chain<GeminiScenario>,
  reply: Reply,
): Promise<void> {
  const finish = !chain.has("nofinish");
  await pause(exchange, chain.get("ttft") ?? exchange.state.pace.ttftMs);
  if (exchange.url.pathname.endsWith(":streamGenerateContent")) {
    await streamChunks(exchange, chain, buildChunks(reply, finish));
    return;
  }
  const { body, outputTokens } = buildWhole(reply);
  exchange.entry.outputTokens = outputTokens;
  sendJson(exchange, 200, body);
}
