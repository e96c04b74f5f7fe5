import { NextFetchEvent } from "next/dist/server/web/spec-extension/fetch-event";
import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";
import { productionEnv } from "../world/servers/production-env";
import { mintSessionToken } from "./test-instance";

const ORIGIN = "http://localhost:3999";
const OWNER = "user_owner";
beforeAll(() => {
  const env = productionEnv("postgres://localhost/none", ORIGIN, ORIGIN);
  Object.assign(process.env, env, { OWNER_USER_IDS: OWNER });
});

/** Where the framework goes on for a visitor of a page; null is the page itself. */
async function askFor(page: string, userId?: string): Promise<string | null> {
  const token = userId && (await mintSessionToken({ userId, azp: ORIGIN, expiresInSeconds: 60 }));
  const headers = new Headers(token ? { authorization: `Bearer ${token}` } : undefined);
  const request = new NextRequest(`${ORIGIN}${page}`, { headers });
  const event = new NextFetchEvent({ request, page, context: undefined });
  // Clerk reads its variables when it is loaded.
  const { proxy } = await import("@/proxy");
  const answer = await proxy(request, event);
  return answer?.headers.get("x-middleware-rewrite") ?? null;
}

test("the owner's page is for everybody else an address that no page has", async () => {
  const nowhere = `${ORIGIN}/no-such-page`;
  for (const page of ["/owner", "/owner?infrastructureUsd=9"]) {
    expect(new URL((await askFor(page, OWNER)) ?? `${ORIGIN}/owner`).pathname).toBe("/owner");
    expect(await askFor(page, "user_other")).toContain(nowhere);
    expect(await askFor(page)).toContain(nowhere);
  }
  expect((await askFor("/posts", "user_other")) ?? "").not.toContain(nowhere);
});
