import { AppError, type ErrorCode, errorRow } from "../errors";

/** What a problem document (RFC 9457) says. */
export type ProblemBody = ReturnType<typeof describeProblem>;

/** The document of a code alone, for what answers outside of the framework. */
export function toProblemBody(code: ErrorCode): ProblemBody {
  return describeProblem(new AppError(code), crypto.randomUUID());
}

/** The problem document (RFC 9457) of an expected error. */
export function toProblem(error: AppError, requestId: string): Response {
  const body = describeProblem(error, requestId);
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
  const { retryAfter } = error.context;
  if (retryAfter) headers.set("retry-after", String(retryAfter));
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

function describeProblem({ code, context }: AppError, requestId: string) {
  const row = errorRow(code);
  const { provider, fields, cap } = context;
  return {
    type: `https://alwrity.com/problems/${code}`,
    title: row.title,
    status: row.status,
    code,
    detail: context.detail ?? row.detail,
    ...(provider ? { provider } : {}),
    ...(row.fixUrl ? { fixUrl: row.fixUrl } : {}),
    ...(fields ? { fields } : {}),
    ...(cap ? { cap } : {}),
    requestId,
  };
}
