import { type NextFetchEvent, type NextRequest, NextResponse } from "next/server";
import { isSessionToken } from "@/lib/auth/is-session-token";
import { limitHandshakes } from "@/lib/auth/limit-handshakes";
import { verifySession } from "@/lib/auth/verify-session";
import { readConfig } from "@/lib/config/config";
import { AppError, type ErrorCode } from "@/lib/errors";
import { COPILOT_CLOUD, contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { toProblem } from "@/lib/http/problem";
import { isOwner } from "@/lib/owner/is-owner";

/** Loopback names: in development nothing else is answered, or a foreign name could be rebound to us. */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** With these, Clerk's development instances hand a visitor's token to any address. We have no satellites. */
const CLERK_HANDOVER = ["__clerk_redirect_url", "__clerk_synced"];
/** Addresses of this machine, as a forwarding header spells them. */
const LOOPBACK_ADDRESS =
  /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3})(:\d+)?$/i;

/** Runs before every page and route: refuses a wrong configuration, then has the session verified. */
export async function proxy(request: NextRequest, event: NextFetchEvent) {
  const result = readConfig();
  if (request.nextUrl.pathname === "/api/health") return NextResponse.next();
  if (!result.ok) return refuse("config_invalid");
  if (!isDecodable(request.nextUrl.pathname)) return refuse("not_found");
  if (result.config.mode === "development") return serveDevelopment(request);
  if (request.nextUrl.pathname === "/api/cron") return NextResponse.next();
  if (CLERK_HANDOVER.some((name) => request.nextUrl.searchParams.has(name)))
    return refuse("not_found");
  const authorization = request.headers.get("authorization");
  if (authorization !== null && !isSessionToken(authorization)) return refuse("unauthenticated");
  try {
    await limitHandshakes(request);
  } catch (error) {
    if (error instanceof AppError) return toProblem(error, crypto.randomUUID());
    throw error;
  }
  const isShownTo = request.nextUrl.pathname === "/owner" ? isOwner : undefined;
  return verifySession(request, event, { reachable: [COPILOT_CLOUD], isShownTo });
}

/**
 * Everything but the framework's files, the icons at the root, and the workflow engine's deliveries,
 * which are guarded before the framework sees them.
 */
export const config = {
  matcher: ["/((?!\\.well-known/workflow/|_next/static|[^/]+\\.(?:svg|png|ico|webmanifest)$).*)"],
};

/** The framework answers 500 to a path with a broken percent escape. */
function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

function serveDevelopment(request: NextRequest): Response {
  if (!isLocal(request.headers)) return refuse("host_refused");
  if (request.headers.has("next-action")) return refuse("not_found");
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** A loopback name asked for, and no proxy that speaks for somebody elsewhere. */
function isLocal(headers: Headers): boolean {
  const clients = (headers.get("x-forwarded-for") ?? "localhost")
    .split(",")
    .map((part) => part.trim());
  return (
    LOOPBACK_HOST.test(headers.get("host") ?? "") &&
    clients.every((client) => LOOPBACK_ADDRESS.test(client))
  );
}

function refuse(code: ErrorCode): Response {
  return toProblem(new AppError(code), crypto.randomUUID());
}
