import "server-only";
import type { ServerResponse } from "node:http";
import type { ErrorCode } from "../errors";
import { type ProblemBody, toProblemBody } from "../http/problem";
import { answerRaw, onRequest } from "./on-request";

/** All others the framework answers with a bare 400 or 500, or like a GET. */
const TAKEN = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);
const API = /^\/+api(\/|$)/;

/** The framework's mark of a form action that it does not know; ours are those of Clerk alone. */
const UNKNOWN_ACTION = "x-nextjs-action-not-found";

/** Gives a problem document to what the framework refuses without one: methods and form actions that nothing takes. */
export function explainRefusals(): void {
  onRequest(({ method = "", url = "", headers }, response) => {
    if (!TAKEN.has(method)) {
      answerRaw(response, toProblemBody("method_not_allowed"));
      return true;
    }
    if (API.test(url) || "next-action" in headers) explainBare(response);
    return false;
  });
}

/** What a refusal lacks a document for. A 405 of a route that lacks the method has neither type nor body. */
function findBare(response: ServerResponse, status: unknown): ErrorCode | null {
  if (response.hasHeader(UNKNOWN_ACTION)) return "not_found";
  return status === 405 && !response.hasHeader("content-type") ? "method_not_allowed" : null;
}

function explainBare(response: ServerResponse): void {
  const { end, writeHead } = response;
  let bare: ProblemBody | null = null;
  Object.assign(response, {
    writeHead(status: unknown, ...given: unknown[]) {
      const code = findBare(response, status);
      if (!code) return Reflect.apply(writeHead, response, [status, ...given]);
      bare = toProblemBody(code);
      response.setHeader("content-type", "application/problem+json");
      response.setHeader("cache-control", "no-store");
      for (const name of ["content-length", "etag"]) response.removeHeader(name);
      return Reflect.apply(writeHead, response, [bare.status, ...given]);
    },
    end(...given: unknown[]) {
      const { headersSent, statusCode } = response;
      if (!headersSent && findBare(response, statusCode)) response.writeHead(statusCode);
      return Reflect.apply(end, response, bare ? [JSON.stringify(bare)] : given);
    },
  });
}
