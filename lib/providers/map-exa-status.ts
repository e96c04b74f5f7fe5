import { z } from "zod";
import { AppError, type ErrorCode } from "../errors";

const exaProblem = z.object({ tag: z.string().catch("") });

const CODE_OF_STATUS: Record<number, ErrorCode> = {
  401: "key_rejected",
  402: "no_credits",
  403: "key_rejected",
  429: "quota_minute",
  503: "provider_overloaded",
};

/** Translates a failed answer of Exa; its text may be HTML from a gateway and is never passed on. */
export async function mapExaStatus(response: Response): Promise<AppError> {
  const body = exaProblem.safeParse(await response.json().catch(() => null));
  const code = body.success
    ? toCode(response.status, body.data.tag)
    : toGatewayCode(response.status);
  const retryAfter = Number(response.headers.get("retry-after"));
  return new AppError(code, { provider: "exa", ...(retryAfter > 0 ? { retryAfter } : {}) });
}

/** An answer that is not Exa's own says nothing of the key. */
function toGatewayCode(status: number): ErrorCode {
  return status === 403 ? "provider_refused" : toCode(status, "");
}

function toCode(status: number, tag: string): ErrorCode {
  if (/NO_MORE_CREDITS|BUDGET_EXCEEDED/.test(tag)) return "no_credits";
  return (
    CODE_OF_STATUS[status] ??
    (status >= 500 || status === 408 ? "provider_unreachable" : "provider_refused")
  );
}
