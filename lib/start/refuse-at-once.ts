import "server-only";
import type { IncomingMessage } from "node:http";
import { toProblemBody } from "../http/problem";
import { takeRefusal } from "../limits/refused-logins";
import { answerRaw, onRequest } from "./on-request";

const API = /^\/+api\/+(?!health\b)/;
const STREAM = /^\/+api\/+blog\/+posts\/+[^/]+\/+events\b/;

/**
 * Answers a login that was refused a moment ago before the framework sees it: somebody who asks too
 * fast goes on asking, and each refusal would otherwise cost as much as an answer.
 */
export function refuseAtOnce(): void {
  onRequest((request, response) => {
    const refusal = findRefused(request);
    if (!refusal) return false;
    const retryAfter = String(refusal.seconds);
    const answer = () =>
      answerRaw(response, toProblemBody("rate_limited"), { "retry-after": retryAfter });
    const later = setTimeout(answer, refusal.keptMs);
    response.once("close", () => clearTimeout(later));
    return true;
  });
}

function findRefused({ url = "/", headers: { authorization, cookie } }: IncomingMessage) {
  if (!API.test(url)) return null;
  const login = { authorization, cookie };
  return (
    takeRefusal("requests", login) ?? (STREAM.test(url) ? takeRefusal("streams", login) : null)
  );
}
