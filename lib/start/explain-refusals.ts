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

/** A 405 of a route that lacks the method ends without a body: it gets one. */
function explainEmpty(response: ServerResponse): void {
  const { end } = response;
  Object.assign(response, {
    end(...given: unknown[]) {
      const isBare = response.statusCode === 405 && !response.headersSent && !given[0];
      if (!isBare) return Reflect.apply(end, response, given);
      response.setHeader("content-type", "application/problem+json");
      response.setHeader("cache-control", "no-store");
      return Reflect.apply(end, response, [JSON.stringify(toProblemBody("method_not_allowed"))]);
    },
  });
}
