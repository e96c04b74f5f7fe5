import "server-only";
import { toProblemBody } from "../http/problem";
import { LIMITS } from "../limits/registry";
import { hasArrived } from "./hold-bodies";
import { answerRaw, onRequest } from "./on-request";

/**
 * Ends requests whose body does not arrive in time, before the framework waits for them. One that is
 * there, and waits for its turn, is not slow.
 */
export function limitSlowBodies(seconds: number = LIMITS.bodySeconds): void {
  onRequest((request, response) => {
    if (request.method === "GET" || request.method === "HEAD") return false;
    const limit = setTimeout(() => {
      if (hasArrived(request)) return void limit.refresh();
      if (!response.headersSent)
        answerRaw(response, toProblemBody("too_slow"), { connection: "close" });
      request.destroy();
    }, seconds * 1_000);
    const stop = () => clearTimeout(limit);
    request.once("end", stop).once("close", stop);
    return false;
  });
}
