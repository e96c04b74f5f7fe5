import { type NextFetchEvent, type NextRequest, NextResponse } from "next/server";
import { isSessionToken } from "@/lib/auth/is-session-token";
import { verifySession } from "@/lib/auth/verify-session";
import { readConfig } from "@/lib/config";
import { AppError, type ErrorCode } from "@/lib/errors";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { toProblem } from "@/lib/http/problem";

/** Loopback names: in development nothing else is answered, or a foreign name could be rebound to us. */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Runs before every page and route: refuses a wrong configuration, then has the session verified. */
export async function proxy(request: NextRequest, event: NextFetchEvent) {
  const result = readConfig();
  if (request.nextUrl.pathname === "/api/health") return NextResponse.next();
  if (!result.ok) return refuse("config_invalid");
  if (!isDecodable(request.nextUrl.pathname)) return refuse("not_found");
  if (result.config.mode === "development") return serveDevelopment(request);
  const authorization = request.headers.get("authorization");
  if (authorization !== null && !isSessionToken(authorization)) return refuse("unauthenticated");
  return verifySession(request, event);
}

/** Everything but the framework's files and the icons at the root. */
export const config = {
  matcher: ["/((?!_next/static|_next/image|[^/]+\\.(?:svg|png|ico|webmanifest)$).*)"],
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
  if (!LOOPBACK_HOST.test(request.headers.get("host") ?? "")) return refuse("host_refused");
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function refuse(code: ErrorCode): Response {
  return toProblem(new AppError(code), crypto.randomUUID());
}
