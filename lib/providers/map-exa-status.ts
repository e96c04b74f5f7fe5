import { z } from "zod";
import { AppError, type ErrorCode } from "../errors";
import { requestId } from "./request-id";

const exaProblem = z.object({
  tag: z.string().catch(""),
  error: z.string().catch(""),
  message: z.string().catch(""),
  requestId,
});
type ExaProblem = z.infer<typeof exaProblem>;

const CODE_OF_STATUS: Record<number, ErrorCode> = {
  402: "no_credits",
  429: "quota_minute",
  503: "provider_overloaded",
};

/** Translates a failed answer of Exa; its text may be HTML from a gateway and is never passed on. */
export async function mapExaStatus(response: Response): Promise<AppError> {
  const body = exaProblem.safeParse(await response.json().catch(() => null));
  const code = body.success
    ? toOwnCode(response.status, body.data)
    : toGatewayCode(response.status);
  const retryAfter = Number(response.headers.get("retry-after"));
  return new AppError(code, {
    provider: "exa",
    ...(retryAfter > 0 ? { retryAfter } : {}),
    ...(body.data?.requestId ? { responseId: body.data.requestId } : {}),
  });
}

/** An answer that is not Exa's own says nothing of the key. */
function toGatewayCode(status: number): ErrorCode {
  return status === 401 || status === 403 ? "gateway_refused" : toCode(status);
}

/** Only what Exa says of the key counts against it: a 403 may be about a page or a plan. */
function toOwnCode(status: number, { tag, error, message }: ExaProblem): ErrorCode {
  const said = `${tag} ${error} ${message}`;
  if (/NO_MORE_CREDITS|BUDGET_EXCEEDED/.test(said)) return "no_credits";
  const isOfKey = (status === 401 || status === 403) && /api.?key|unauthori[sz]ed key/i.test(said);
  return isOfKey ? "key_rejected" : toCode(status);
}

function toCode(status: number): ErrorCode {
  return (
    CODE_OF_STATUS[status] ??
    (status >= 500 || status === 408 ? "provider_unreachable" : "provider_refused")
  );
}
