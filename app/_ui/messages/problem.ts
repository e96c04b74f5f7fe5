import { z } from "zod";

const problemDocument = z.object({
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  provider: z.string().optional(),
  fixUrl: z.string().optional(),
  requestId: z.string().optional(),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/** A failure as a problem document (RFC 9457) told it, or as the connection did. */
export type Problem = z.infer<typeof problemDocument>;

/** What a request gave: its parsed answer, or the problem to show. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** No answer came back: this device is offline, or the site is away for a while. */
export function describeUnreached(): Problem {
  const detail = navigator.onLine
    ? "No answer came back. The site may be restarting: wait a moment, then try again."
    : "This device is offline. Connect it, then try again.";
  return { title: "This site could not be reached", status: 0, code: "offline", detail };
}

const UNREADABLE: Problem = {
  title: "The server's answer could not be read",
  status: 0,
  code: "unreadable",
  detail: "Reload the page to see whether it arrived before you try again.",
};

/** True where another try may succeed: no connection, a server in trouble, or too many requests. */
export function isPassing({ status }: Problem): boolean {
  return status === 0 || status >= 500 || status === 429;
}

/** Sends a request to this site and parses its JSON with `schema`. Never throws. */
export async function requestJson<Value>(
  url: string,
  schema: z.ZodType<Value>,
  init?: RequestInit,
): Promise<Answer<Value>> {
  const response = await fetch(url, init).catch(() => undefined);
  if (!response) return { ok: false, problem: describeUnreached() };
  const body: unknown =
    response.status === 204 ? null : await response.json().catch(() => undefined);
  if (!response.ok) return { ok: false, problem: readProblem(body) };
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problem: UNREADABLE };
}

/** The options of a JSON POST. */
export function jsonPost(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

/** The problem document of an answer that was no success. */
export function readProblem(body: unknown): Problem {
  const parsed = problemDocument.safeParse(body);
  return parsed.success ? parsed.data : UNREADABLE;
}
