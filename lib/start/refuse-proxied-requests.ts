import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { toProblemBody } from "../http/problem";
import { answerRaw, onRequest } from "./on-request";

/** What a proxy says of whom it speaks for. The framework adds some of these itself, but later. */
const FORWARDING =
  /^(x-forwarded(-.+)?|forwarded|via|(x-)?(real|client|cluster-client|true-client)-ip|true-client-ip|(cf|fastly|fly)-(connecting|client)-ip.*)$/i;

/**
 * In development, refuses what came through any proxy: there is no sign-in, so a server that somebody
 * has put on the internet by mistake must not serve its owner's keys.
 */
export function refuseProxiedRequests(): void {
  onRequest((request: IncomingMessage, response: ServerResponse) => {
    if (!Object.keys(request.headers).some((name) => FORWARDING.test(name))) return false;
    answerRaw(response, toProblemBody("host_refused"));
    return true;
  });
}
