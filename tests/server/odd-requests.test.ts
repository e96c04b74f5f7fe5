import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, inject, test } from "vitest";
import { listOddTokens } from "../clerk/odd-tokens";
import { cookieHeader, cookiesForToken, sessionCookies } from "../clerk/session-cookies";
import { createTester } from "../world/tester";

const { production, development } = inject("servers");

type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string };
type Answer = { status: number; type: string; body: string };

/** Sends a request as it is spelled, to a production server unless told. */
function ask({ method = "GET", path, headers = {}, body }: Asked, url = production.url) {
  const { hostname, port } = new URL(url);
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (answer) => {
      const { statusCode: status = 0, headers: given } = answer;
      text(answer).then((read) => {
        resolve({ status, type: given["content-type"] ?? "", body: read });
      }, reject);
    });
    sent.once("error", reject).end(body);
  });
}

const cancel = () => ({ method: "POST", path: `/api/blog/posts/${randomUUID()}/cancel` });

test("no odd token opens anything, in a header or in a cookie", async () => {
  const { userId } = createTester(production.url);
  const tokens = await listOddTokens({ userId, azp: production.url });
  expect(Object.keys(tokens).length).toBeGreaterThan(65);
  for (const [name, token] of Object.entries(tokens)) {
    const pairs = Object.entries(cookiesForToken(token, Math.floor(Date.now() / 1_000) - 3_600));
    const cookie = pairs.map(([key, value]) => `${key}=${value}`).join("; ");
    const logins: Record<string, string>[] = [
      { authorization: `Bearer ${token}` },
      { cookie, origin: production.url },
    ];
    for (const headers of logins) {
      const answer = await ask({ ...cancel(), headers });
      expect
        .soft([name, answer.status, answer.type])
        .toEqual([name, 401, "application/problem+json"]);
    }
  }
});

const SCHEMES = [
  "bearer",
  "BEARER",
  "Token",
  "JWT",
  "Bearer Bearer",
  "Basic",
  "Bearer\t",
  "Bearer,",
];

test("a good token under another name, or beside another, opens nothing", async () => {
  const tester = createTester(production.url);
  const cookie = cookieHeader(await sessionCookies(tester.userId, production.url));
  const token = /__session=([^;]+)/.exec(cookie)?.[1] ?? "";
  for (const scheme of SCHEMES) {
    const answer = await ask({ ...cancel(), headers: { authorization: `${scheme} ${token}` } });
    expect.soft([scheme, answer.status]).toEqual([scheme, 401]);
  }
  for (const name of [
    "x-authorization",
    "x-clerk-auth-token",
    "x-session",
    "token",
    "x-user-id",
    "cookie2",
  ])
    expect
      .soft([name, (await ask({ ...cancel(), headers: { [name]: token } })).status])
      .toEqual([name, 401]);
  for (const query of [
    "token",
    "__session",
    "access_token",
    "__clerk_session",
    "rotating_token_nonce",
  ]) {
    const { path, method } = cancel();
    const answer = await ask({ method, path: `${path}?${query}=${token}` });
    expect.soft([query, answer.status]).toEqual([query, 401]);
  }
});

const ODD_METHODS = [
  ...[
    "PROPFIND",
    "PROPPATCH",
    "MKCOL",
    "COPY",
    "MOVE",
    "LOCK",
    "UNLOCK",
    "SEARCH",
    "REPORT",
    "PURGE",
  ],
  ...["SUBSCRIBE", "NOTIFY", "M-SEARCH", "LINK", "ACL", "BIND", "SOURCE", "CHECKOUT", "MKACTIVITY"],
];

test("an odd method is told so in a problem document, wherever it asks", async () => {
  for (const method of ODD_METHODS)
    for (const [path, url] of [
      ["/api/blog/posts", production.url],
      ["/api/health", development.url],
      ["/posts", production.url],
    ] as const) {
      const { status, type } = await ask({ method, path }, url);
      expect
        .soft([method, path, status, type])
        .toEqual([method, path, 405, "application/problem+json"]);
    }
});

const ACTIONS = [
  "",
  "x",
  "0".repeat(42),
  "7f".repeat(21),
  "constructor",
  "__proto__",
  "../x",
  "a,b",
  "%00",
];

test("no form action is run, whatever is called and wherever", async () => {
  for (const url of [production.url, development.url])
    for (const action of ACTIONS)
      for (const path of ["/", "/posts", "/sign-in"]) {
        const headers = { "next-action": action, "content-type": "text/plain;charset=UTF-8" };
        const answer = await ask({ method: "POST", path, headers, body: '["$1"]' }, url);
        const seen = [url === production.url, action, path, answer.status];
        expect.soft(seen).toEqual([...seen.slice(0, 3), expect.toSatisfy(isRefusal)]);
        expect.soft(answer.body).not.toMatch(/at .+\.js|Error:/);
      }
});

const isRefusal = (status: number) => [303, 307, 308, 400, 403, 404, 405].includes(status);

const INSIDE = [
  "/_next/image?url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75",
  "/_next/image?url=%2F%2Fevil.example%2Fx&w=64&q=75",
  "/_next/image/?url=%2Fapi%2Fhealth&w=64&q=75",
  "//_next/image?url=%2Fapi%2Fhealth&w=64&q=75",
  "/_next//image?url=%2Ficon.svg&w=64&q=75",
  "/%5fnext/image?url=%2Ficon.svg&w=64&q=75",
  "/_NEXT/image?url=%2Ficon.svg&w=64&q=75",
  "/_next/image%3Furl=%2Ficon.svg",
  "/_next/image?url=data:image/svg%2bxml,<svg/>&w=64&q=75",
  "/_next/static/../server/app-paths-manifest.json",
  "/_next/static/%2e%2e/BUILD_ID",
  "/_next/static/..%2f..%2fpackage.json",
  "/_next/static/..%5c..%5cpackage.json",
  "/_next/server/pages-manifest.json",
  "/_next/required-server-files.json",
  "/_next/data/x/posts.json",
  "/_next/webpack-hmr",
  "/_next/mcp",
  "/__nextjs_original-stack-frames",
  "/__nextjs_source-map?filename=x",
  "/.env",
  "/.env.local",
  "/..%2f.env.local",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/.git/config",
  "/.next/BUILD_ID",
  "/package.json",
  "/.well-known/workflow/../workflow/v1/flow",
  "/.well-known/%77orkflow/v1/step",
  "/api/../.well-known/workflow/v1/step",
];

test("nothing of the server's own is fetched or read through an address", async () => {
  for (const url of [production.url, development.url])
    for (const path of INSIDE) {
      const { status, body } = await ask({ path }, url);
      const where = `${url === production.url ? "production" : "development"} ${path}`;
      expect.soft([where, status]).toEqual([where, expect.toSatisfy(isKept)]);
      expect
        .soft(body, where)
        .not.toMatch(/"dependencies"|root:x|DATABASE_URL|"status":"ok"|app\/api/);
    }
});

const isKept = (status: number) => [301, 307, 308, 400, 401, 404].includes(status);
