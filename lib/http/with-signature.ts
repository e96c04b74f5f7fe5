import "server-only";
import { randomUUID } from "node:crypto";
import { answerError } from "./answer-error";
import { readText } from "./read-body";

/**
 * Wraps a route that another service calls: nobody is signed in, the handler verifies the signature of
 * the body, which is read up to the same size as any other. Answers 204, or a problem document.
 */
export function withSignature(handler: (signed: Request) => Promise<void>) {
  return async (request: Request): Promise<Response> => {
    const requestId = randomUUID();
    try {
      const body = await readText(request);
      await handler(new Request(request.url, { method: "POST", headers: request.headers, body }));
      return new Response(null, { status: 204, headers: { "x-request-id": requestId } });
    } catch (error) {
      return answerError(error, requestId);
    }
  };
}
