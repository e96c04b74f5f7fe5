import "server-only";
import type { IncomingMessage } from "node:http";
import { toProblemBody } from "../http/problem";
import { findRefusal } from "../limits/refused-logins";
import { answerRaw, onRequest } from "./on-request";

const API = /^\/+api\/+(?!health\b)/;
const STREAM = /^\/+api\/+blog\/+posts\/+[^/]+\/+events\b/;

/**
 * Answers a login that was refused a moment ago before the framework sees it: somebody who asks too
 * fast goes on asking, and each refusal would otherwise cost as much as an answer.
 */
export function refuseAtOnce(): void {
  onRequest((request, response) => {
    const seconds = findSeconds(request);
    if (seconds === null) return false;
    answerRaw(response, toProblemBody("rate_limited"), { "retry-after": String(seconds) });
    return true;
  });
}

function findSeconds({ url = "/", headers: { authorization, cookie } }: IncomingMessage) {
  if (!API.test(url)) return null;
  const login = { authorization, cookie };
  const all = findRefusal("requests", login);
  return all ?? (STREAM.test(url) ? findRefusal("streams", login) : null);
}
