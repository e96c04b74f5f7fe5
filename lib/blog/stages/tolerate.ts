import "server-only";
import { AppError, type ErrorCode, errorRow } from "../../errors";

/** What a call may fail with and the post is kept as it was before it. */
const TOLERATED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "reply_malformed",
  "reply_too_long",
  "reply_cut_off",
  "content_blocked",
  "provider_refused",
  "provider_overloaded",
  "provider_unreachable",
]);

/**
 * Work that a post can do without: where its reply is of no use, something else stands in for it.
 *
 * @param instead is told the title of what happened.
 * @throws AppError when the key or its quota fails.
 */
export async function tolerate<T>(
  work: () => Promise<T>,
  instead: (title: string) => T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !TOLERATED.has(error.code)) throw error;
    return instead(errorRow(error.code).title);
  }
}
