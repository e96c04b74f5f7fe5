import "server-only";
import type { IncomingMessage } from "node:http";
import { isSessionToken } from "../auth/is-session-token";
import { toProblemBody } from "../http/problem";
import { answerRaw, onRequest } from "./on-request";

/** Health, the clock and Clerk's events are for callers that have no session. */
const FOR_USERS = /^\/+api\/+(?!health\b|cron\b|webhooks\b)/;
/** A broken percent escape, or a question of Clerk's: each has an answer of its own. */
const OTHERS = /%|__clerk/;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);
/** A session's cookies, and those that Clerk can make one of, begin so. */
const CLERK_COOKIE = /(^|;)\s*__/;

/**
 * In production, answers a call that brings no session before the framework sees it, and before its
 * body has arrived: hundreds of slow ones would otherwise each cost as much as a user's.
 */
export function refuseSignedOut(): void {
  onRequest((request, response) => {
    if (!isSignedOut(request)) return false;
    answerRaw(response, toProblemBody("unauthenticated"));
    return true;
  });
}

function isSignedOut({ method = "", url = "", headers }: IncomingMessage): boolean {
  if (!METHODS.has(method) || !FOR_USERS.test(url) || OTHERS.test(url)) return false;
  const { authorization, cookie = "" } = headers;
  return authorization === undefined ? !CLERK_COOKIE.test(cookie) : !isSessionToken(authorization);
}
