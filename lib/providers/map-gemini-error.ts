import "server-only";
import { GoogleGenerativeAIAbortError, GoogleGenerativeAIFetchError } from "@google/generative-ai";
import { z } from "zod";
import { AppError, type ErrorCode } from "../errors";

const details = z.array(z.record(z.string(), z.unknown())).catch([]);
/** `{"error": …}`, or the same in an array. */
const errorBody = z.preprocess(
  (body) => (Array.isArray(body) ? body[0] : body),
  z.object({ error: z.object({ code: z.number(), message: z.string().catch(""), details }) }),
);

type Failure = { status: number; message: string; details: Record<string, unknown>[] };

/**
 * Translates whatever the SDK throws, or an error frame in a stream, into the one error table.
 * The text of the provider is read for its facts and never passed on: Google echoes whole keys.
 */
export function mapGeminiError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const frame = errorBody.safeParse(error);
  if (frame.success) return toAppError(fromBody(frame.data.error));
  if (error instanceof GoogleGenerativeAIAbortError) return unreachable();
  if (error instanceof GoogleGenerativeAIFetchError && error.status)
    return toAppError({
      status: error.status,
      message: error.message,
      details: details.parse(error.errorDetails),
    });
  const streamBroke = error instanceof Error && /stream|parsing JSON/i.test(error.message);
  return streamBroke ? new AppError("reply_cut_off", { provider: "gemini" }) : unreachable();
}

/** Reads the problem out of a failed HTTP answer. */
export async function readGeminiProblem(response: Response): Promise<AppError> {
  const body = errorBody.safeParse(await response.json().catch(() => null));
  if (body.success) return toAppError({ ...fromBody(body.data.error), status: response.status });
  return toAppError({ status: response.status, message: "", details: [] });
}

function fromBody(error: z.infer<typeof errorBody>["error"]): Failure {
  return { status: error.code, message: error.message, details: error.details };
}

function unreachable(): AppError {
  return new AppError("provider_unreachable", { provider: "gemini" });
}

function toAppError(failure: Failure): AppError {
  const retryAfter = readRetryDelay(failure);
  return new AppError(toCode(failure), {
    provider: "gemini",
    ...(retryAfter ? { retryAfter } : {}),
  });
}

/** The rows of Google's error table. A bad key is a 400, told apart by its reason. */
function toCode(failure: Failure): ErrorCode {
  const { status } = failure;
  if (status === 400) return toBadRequestCode(failure);
  if (status === 401 || status === 403) return toForbiddenCode(failure);
  if (status === 404) return "model_unavailable";
  if (status === 429) return isDaily(failure) ? "quota_day" : "quota_minute";
  if (status === 503) return "provider_overloaded";
  if (status === 408 || status >= 500) return "provider_unreachable";
  return "provider_refused";
}

function toBadRequestCode(failure: Failure): ErrorCode {
  if (mentions(failure, /API_KEY_INVALID|API key (not valid|expired|not found)/i))
    return "key_rejected";
  if (mentions(failure, /FAILED_PRECONDITION|billing|location is not supported/i))
    return "billing_required";
  return "provider_refused";
}

function toForbiddenCode(failure: Failure): ErrorCode {
  if (mentions(failure, /leaked/i)) return "key_leaked";
  if (mentions(failure, /CONSUMER_SUSPENDED|suspended/i)) return "account_suspended";
  if (mentions(failure, /SERVICE_DISABLED/)) return "api_disabled";
  if (mentions(failure, /API_KEY_(SERVICE|HTTP_REFERRER|IP_ADDRESS|ANDROID|IOS)\w*BLOCKED/))
    return "key_restricted";
  return "key_rejected";
}

function isDaily(failure: Failure): boolean {
  return mentions(failure, /PerDay/);
}

function mentions({ message, details }: Failure, pattern: RegExp): boolean {
  return pattern.test(message) || pattern.test(JSON.stringify(details));
}

/** Seconds in `RetryInfo.retryDelay` ("34.4s"), rounded up. */
function readRetryDelay({ details }: Failure): number | undefined {
  const delay = details
    .map((detail) => detail.retryDelay)
    .find((value) => typeof value === "string");
  const seconds = Number.parseFloat(delay ?? "");
  return Number.isFinite(seconds) ? Math.ceil(seconds) : undefined;
}
