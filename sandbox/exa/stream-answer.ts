import type { ProviderExchange } from "../http/exchange";

/** `/answer` with `stream: true`: chat-completion chunks of a few words, then the citations. */
export function streamAnswer(exchange: ProviderExchange, response: Record<string, unknown>): void {
  const { answer, ...rest } = response;
  const { res, entry } = exchange;
  entry.streamed = true;
  res.writeHead(200, { "content-type": "text/event-stream" });
  const pieces = String(answer).match(/(?:\s*\S+){1,8}\s*/g) ?? [];
  for (const content of pieces) {
    res.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
  }
  res.write(`data: ${JSON.stringify({ choices: [{ delta: {} }], ...rest })}\n\n`);
  res.end("data: [DONE]\n\n");
}
