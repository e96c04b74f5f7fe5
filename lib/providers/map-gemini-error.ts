import "server-only";
import { GoogleGenerativeAIAbortError, GoogleGenerativeAIFetchError } from "@google/generative-ai";
import { z } from "zod";
import { AppError } from "../errors";
import {
  classifyGeminiFailure,
  type GeminiFailure,
  readRetryDelay,
  refusesThinking,
} from "./classify-gemini-failure";

const details = z.array(z.record(z.string(), z.unknown())).catch([]);
/** `{"error": …}`, or the same in an array. */
const errorBody = z.preprocess(
  (body) => (Array.isArray(body) ? body[0] : body),
  z.object({
    error: z.object({
      code: z.number().catch(500),
      message: z.string().catch(""),
      status: z.string().catch(""),
      details,
    }),
  }),
);
/** What the SDK puts before Google's own words; nothing stands behind it where the body was no JSON. */
const PREAMBLE = /^[\s\S]*?: \[\d{3}[^\]]*\] /;

/**
 * Translates whatever the SDK throws, or an error frame in a stream, into the one error table.
 * The text of the provider is read for its facts and never passed on: Google echoes whole keys.
 */
export function mapGeminiError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const frame = errorBody.safeParse(error);
  if (frame.success) return toAppError(fromBody(frame.data.error));
  if (error instanceof GoogleGenerativeAIAbortError) return fail("provider_unreachable");
  const failure = readFailure(error);
  if (failure) return toAppError(failure);
  if (error instanceof TypeError) return fail("reply_malformed");
  const streamBroke =
    error instanceof Error && /(from the|parse) stream|parsing JSON/.test(error.message);
  return fail(streamBroke ? "reply_cut_off" : "provider_unreachable");
}

/** True where a model refuses the request because of how it was told to think. */
export function isThinkingRefused(error: unknown): boolean {
  const failure = readFailure(error);
  return failure !== undefined && refusesThinking(failure);
}

/** Reads the problem out of a failed HTTP answer. */
export async function readGeminiProblem(response: Response): Promise<AppError> {
  const body = errorBody.safeParse(await response.json().catch(() => null));
  const { status } = response;
  if (body.success) return toAppError({ ...fromBody(body.data.error), status });
  return toAppError({ status, message: "", details: [], isOwn: false });
}

function readFailure(error: unknown): GeminiFailure | undefined {
  if (!(error instanceof GoogleGenerativeAIFetchError) || !error.status) return undefined;
  const message = error.message.replace(PREAMBLE, "");
  const { status, errorDetails } = error;
  return { status, message, details: details.parse(errorDetails), isOwn: message.trim() !== "" };
}

function fromBody({
  code,
  message,
  status,
  details,
}: z.infer<typeof errorBody>["error"]): GeminiFailure {
  return { status: code, message: `${message} ${status}`, details, isOwn: true };
}

function fail(code: "provider_unreachable" | "reply_cut_off" | "reply_malformed"): AppError {
  return new AppError(code, { provider: "gemini" });
}

function toAppError(failure: GeminiFailure): AppError {
  const retryAfter = readRetryDelay(failure);
  return new AppError(classifyGeminiFailure(failure), {
    provider: "gemini",
    ...(retryAfter ? { retryAfter } : {}),
  });
}
