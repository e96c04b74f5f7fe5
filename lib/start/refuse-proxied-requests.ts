import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { toProblemBody } from "../http/problem";
import { answerRaw, onRequest } from "./on-request";

/** What a proxy says of whom it speaks for, in whatever order. The framework adds some of these itself, but later. */
const FORWARDING =
  /forwarded|(^|[-_])proxy|^via$|-via$|(client|real|remote|user|src|source|originating|connecting|viewer|visitor|peer)[-_]?(ip|addr|address|port|host|cert|country)([-_]|$)|^(x-)?coming-?from$/i;
/** How the request came to the proxy, which nobody else says. */
const CAME_BY =
  /^(x-)?(original|scheme|proto|https|ssl|tls|front-end|url-scheme|request-start|queue-start|cdn|edge|surrogate|varnish|cloud-trace|webauth|auth-request|remote)(-|$)/i;
/** What proxies and tunnels of one maker or host put beside it, or in its place. */
const MAKERS =
  /^(x-)?(cf|cloudfront|amz-cf|amzn|fly|fastly|akamai|envoy|azure|arr|ms-client|appengine|goog|vercel|railway|rndr|render|nf|netlify|heroku|replit|codespaces|ngrok|tailscale|pomerium|authentik|traefik|kong|sucuri|incap|bunny|ali|eagleeye|tencent|qiniu|middleton|bluecoat)-/i;

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
  return [FORWARDING, CAME_BY, MAKERS].some((names) => names.test(name));
}
