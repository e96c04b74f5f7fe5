import { type AppError, errorRow } from "../errors";

/** The problem document (RFC 9457) of an expected error. */
export function toProblem(error: AppError, requestId: string): Response {
  const { code, context } = error;
  const row = errorRow(code);
  const { provider, fields, retryAfter, cap } = context;
  const body = {
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
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
  if (retryAfter) headers.set("retry-after", String(retryAfter));
  return new Response(JSON.stringify(body), { status: row.status, headers });
}
