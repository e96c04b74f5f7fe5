import "server-only";
import type { ServerResponse } from "node:http";
import { toProblemBody } from "../http/problem";
import { answerRaw, onRequest } from "./on-request";

/** Methods that the framework answers with a bare 500. */
const NEVER_TAKEN = new Set(["TRACE", "TRACK", "CONNECT"]);
const API = /^\/+api(\/|$)/;

/** Gives a problem document to what the framework refuses without a word: methods that nothing takes. */
export function explainRefusals(): void {
  onRequest(({ method = "", url = "" }, response) => {
    if (NEVER_TAKEN.has(method)) {
      answerRaw(response, toProblemBody("method_not_allowed"));
      return true;
    }
    if (API.test(url)) explainEmpty(response);
    return false;
  });
}

/** A 405 of a route that lacks the method has neither type nor body: it gets both. */
function explainEmpty(response: ServerResponse): void {
  const { end, writeHead } = response;
  let isBare = false;
  Object.assign(response, {
    writeHead(...given: unknown[]) {
      isBare = given[0] === 405 && !response.hasHeader("content-type");
      if (isBare) {
        response.setHeader("content-type", "application/problem+json");
        response.setHeader("cache-control", "no-store");
        response.removeHeader("content-length");
      }
      return Reflect.apply(writeHead, response, given);
    },
    end(...given: unknown[]) {
      if (response.statusCode === 405 && !response.headersSent) response.writeHead(405);
      if (!isBare || given[0]) return Reflect.apply(end, response, given);
      return Reflect.apply(end, response, [JSON.stringify(toProblemBody("method_not_allowed"))]);
    },
  });
}
