import { answerExa } from "../exa/answer-exa";
import { logRedirected } from "../exa/log-redirected";
import { answerGemini } from "../gemini/answer-gemini";
import { answerLog } from "../log/answer-log";
import type { Exchange } from "./exchange";
import { sendJson } from "./send-json";

const EXA_PATHS = new Set(["/search", "/contents", "/findSimilar", "/answer"]);

/** The sandbox's own paths begin with an underscore; the rest belongs to the providers. */
export async function routeRequest(exchange: Exchange): Promise<void> {
  const path = exchange.url.pathname;
  if (path === "/_health") sendJson(exchange, 200, { status: "ok" });
  else if (path === "/_log" || path === "/_log/stats") answerLog(exchange);
  else if (path === "/_redirected") logRedirected(exchange);
  else if (path.startsWith("/v1beta/")) await answerGemini(exchange);
  else if (EXA_PATHS.has(path)) await answerExa(exchange);
  else sendJson(exchange, 404, { error: "Not found" });
}
