import "server-only";
import { clerkMiddleware } from "@clerk/nextjs/server";
import { type NextFetchEvent, type NextRequest, NextResponse } from "next/server";
import { currentEnv, readVar } from "../env";
import { mintUserId, type UserId } from "./user-id";

/** An address that no page has: the framework answers it as every other. */
const NOWHERE = "/no-such-page";

type Visit = {
  /** Origins that a page may connect to, beside this one and Clerk's. */
  reachable: readonly string[];
  /** Of a page that is there for some alone: for whom it is. */
  isShownTo?: ((user: UserId | null) => boolean) | undefined;
};

/**
 * Lets Clerk verify the session of a request with the instance's public key, without a network, and
 * write its strict content security policy. `CLERK_SECRET_KEY` is read by Clerk itself: passed here
 * it would have to travel to the route in an encrypted header. A page that is hidden is answered like
 * one that is not there: a page that says so itself has begun another document by then.
 */
export function verifySession(
  request: NextRequest,
  event: NextFetchEvent,
  { reachable, isShownTo }: Visit,
) {
  return clerkMiddleware(
    async (auth) => {
      if (!isShownTo) return undefined;
      const { userId } = await auth();
      if (isShownTo(userId === null ? null : mintUserId(userId))) return undefined;
      return NextResponse.rewrite(new URL(NOWHERE, request.url));
    },
    () => readOptions(reachable),
  )(request, event);
}

function readOptions(reachable: readonly string[]) {
  const read = (name: string) => readVar(currentEnv(), name);
  const proxyUrl = read("NEXT_PUBLIC_CLERK_PROXY_URL");
  return {
    authorizedParties: (read("CLERK_AUTHORIZED_PARTIES") ?? "")
      .split(",")
      .map((party) => party.trim()),
    jwtKey: (read("CLERK_JWT_KEY") ?? "").replaceAll("\\n", "\n"),
    publishableKey: read("NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY") ?? "",
    ...(proxyUrl ? { proxyUrl } : {}),
    signInUrl: "/sign-in",
    signUpUrl: "/sign-up",
    contentSecurityPolicy: { strict: true, directives: readDirectives(proxyUrl, reachable) },
  };
}

/** What Clerk's own policy leaves open, and the address of its Frontend API where it is not Clerk's. */
function readDirectives(
  proxyUrl: string | undefined,
  reachable: readonly string[],
): Record<string, string[]> {
  return {
    "frame-ancestors": ["none"],
    "base-uri": ["self"],
    "object-src": ["none"],
    "connect-src": [...reachable, ...(proxyUrl ? [new URL(proxyUrl).origin] : [])],
  };
}
