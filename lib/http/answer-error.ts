import "server-only";
import { ConfigInvalidError } from "../config/config";
import { AppError } from "../errors";
import { log } from "../logs/log";
import { toProblem } from "./problem";

/** An expected error says what happened; any other says nothing but its request id. */
export function answerError(error: unknown, requestId: string): Response {
  if (error instanceof AppError) return toProblem(error, requestId);
  log.error({ err: error, requestId }, "A request failed");
  const code = error instanceof ConfigInvalidError ? "config_invalid" : "internal";
  return toProblem(new AppError(code), requestId);
}
