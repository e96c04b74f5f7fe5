import "server-only";
import type { IncomingMessage } from "node:http";
import { onRequest } from "./on-request";

/**
 * Lets a request reach the framework once its body is there, or as much of it as is kept in memory:
 * one that drips in for seconds would cost as much with each byte as a request.
 */
export function holdBodies(): void {
  onRequest((request) => {
    const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
    if (length === "0" && encoding === undefined) return false;
    // It may have waited before, and have arrived meanwhile.
    if (hasArrived(request)) return false;
    return { hold: (goOn) => whenArrived(request, goOn) };
  });
}

/** Whether a body is there, or as much of it as is taken before somebody reads it. */
export function hasArrived(request: IncomingMessage): boolean {
  const { complete, readableLength, readableHighWaterMark } = request;
  return complete || readableLength >= readableHighWaterMark;
}

/** The parser hands over each part of a body by `push`, and null at its end. */
function whenArrived(request: IncomingMessage, goOn: () => void): void {
  const push = request.push.bind(request);
  request.push = (part, encoding) => {
    const takesMore = push(part, encoding);
    if (part !== null && takesMore) return takesMore;
    Reflect.deleteProperty(request, "push");
    setImmediate(goOn);
    return takesMore;
  };
}
