import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { toProblemBody } from "../http/problem";
import { answerRaw, onRequest } from "./on-request";

/** What a proxy says of whom it speaks for. The framework adds some of these itself, but later. */
const FORWARDING =
  /^(x-forwarded(-.+)?|forwarded|via|(x-)?(real|client|cluster-client|true-client|proxyuser|remote)-(ip|addr)|x-original-(host|uri|url|for|proto)(-.+)?)$/i;
/** What proxies and tunnels of one maker or host put beside it, or in its place. */
const MAKERS =
  /^(cf|fly|fastly|akamai|x-(envoy|amzn|azure|arr|appengine|vercel|railway|nf|ngrok|sucuri|goog))-/i;

/**
 * In development, refuses what came through any proxy: there is no sign-in, so a server that somebody
 * has put on the internet by mistake must not serve its owner's keys.
 */
export function refuseProxiedRequests(): void {
  onRequest((request: IncomingMessage, response: ServerResponse) => {
    if (!Object.keys(request.headers).some(isOfProxy)) return false;
    answerRaw(response, toProblemBody("host_refused"));
    return true;
  });
}

function isOfProxy(name: string): boolean {
  return FORWARDING.test(name) || MAKERS.test(name);
}
