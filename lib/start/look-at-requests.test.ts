import { createServer, request, type Server } from "node:http";
import { connect, Server as NetServer } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { rememberRefusal } from "../limits/refused-logins";
import { LIMITS } from "../limits/registry";
import { explainRefusals } from "./explain-refusals";
import { limitSlowBodies } from "./limit-slow-bodies";
import { paceLogins } from "./pace-logins";
import { refuseAtOnce } from "./refuse-at-once";
import { refuseProxiedRequests } from "./refuse-proxied-requests";
import { refuseSignedOut } from "./refuse-signed-out";

let server: Server;
let port: number;
const { emit } = NetServer.prototype;

beforeAll(async () => {
  server = createServer((asked, answer) => {
    asked.resume().once("end", () => {
      answer.statusCode = asked.url === "/api/only-get" ? 405 : 200;
      if (asked.headers["next-action"] === "unknown") {
        answer.setHeader("x-nextjs-action-not-found", "1");
        answer.setHeader("content-length", 7);
        answer.statusCode = 409;
      }
      answer.end(asked.method === "POST" ? "a reply" : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterEach(() => {
  NetServer.prototype.emit = emit;
});
afterAll(() => {
  server.close();
});

/** `later` is what stands in `Retry-After`. */
type Answer = { status: number; type: string; body: string; later?: string };
type Asked = { method?: string; path?: string; headers?: Record<string, string> };

function ask({ method = "GET", path = "/", headers = {} }: Asked) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      const { statusCode: status = 0, headers: given } = answer;
      const type = given["content-type"] ?? "";
      const later = given["retry-after"];
      text(answer).then((body) => resolve({ status, type, body, ...(later && { later }) }), reject);
    });
    sent.on("error", reject);
    sent.end();
  });
}

const PROXIES = [
  "X-Forwarded-For",
  "x-forwarded-host",
  "X-Forwarded-Proto",
  "X-Forwarded-Port",
  "X-Forwarded-Server",
  "X-Forwarded",
  "Forwarded",
  "Via",
  "X-Real-IP",
  "CF-Connecting-IP",
  "CF-Connecting-IPv6",
  "True-Client-IP",
  "X-Client-IP",
  "X-Cluster-Client-IP",
  "Fastly-Client-IP",
  "Fly-Client-IP",
  "Fly-Region",
  "CF-Ray",
  "X-Original-Host",
  "X-ProxyUser-Ip",
  "X-Envoy-External-Address",
  "X-Amzn-Trace-Id",
  "X-Vercel-Id",
  "Akamai-Origin-Hop",
  ...["X-Forwarded-Ssl", "X-Forwarded-Prefix", "X-Forwarded-Client-Cert", "X-Forwarded-User"],
  ...["Forwarded-For", "Z-Forwarded-For", "X-Original-Forwarded-For", "X_Forwarded_For"],
  ...["Client-IP", "Proxy-Client-IP", "WL-Proxy-Client-IP", "X-Originating-IP", "X-Remote-Addr"],
  ...["Proxy-Connection", "Proxy-Authorization", "X-NginX-Proxy", "X-BlueCoat-Via", "X-ComingFrom"],
  ...[
    "X-Scheme",
    "X-Url-Scheme",
    "Front-End-Https",
    "X-SSL-Cipher",
    "X-TLS-Version",
    "X-Original-URL",
  ],
  ...["CDN-Loop", "Cdn-Src-Ip", "X-Cdn", "X-Edge-Location", "Surrogate-Capability", "X-Varnish"],
  ...[
    "CloudFront-Viewer-Address",
    "X-Amz-Cf-Id",
    "X-MS-Client-IP",
    "X-ARR-LOG-ID",
    "Incap-Client-IP",
  ],
  ...["X-Request-Start", "X-Queue-Start", "X-Cloud-Trace-Context", "X-Goog-IAP-JWT-Assertion"],
  ...[
    "Rndr-Id",
    "X-Replit-User-Id",
    "Ngrok-Auth-User-Email",
    "Tailscale-User-Login",
    "X-Azure-SocketIP",
  ],
  ...["X-Auth-Request-User", "Remote-User", "X-WebAuth-User", "X-Pomerium-Jwt-Assertion"],
  ...["X-Authentik-Username", "Ali-Cdn-Real-Ip", "EagleEye-TraceId", "X-Kong-Request-Id"],
];
/** What browsers, this product's pages and usual clients send of themselves. */
const OWN = [
  ...[
    "accept",
    "accept-language",
    "access-control-request-headers",
    "cache-control",
    "content-language",
  ],
  ...[
    "dnt",
    "if-none-match",
    "last-event-id",
    "idempotency-key",
    "next-router-state-tree",
    "next-url",
  ],
  ...[
    "pragma",
    "prefer",
    "priority",
    "purpose",
    "range",
    "referer",
    "rsc",
    "save-data",
    "sec-ch-ua",
  ],
  ...["sec-fetch-site", "sec-gpc", "te", "traceparent", "upgrade-insecure-requests", "user-agent"],
  ...["x-copilotkit-runtime-client-gql-version", "x-copilotcloud-public-api-key", "x-csrf-token"],
  ...["x-nextjs-data", "x-requested-with", "x-request-id", "x-goals", "x-forward", "viaduct"],
  ...["x-real-name", "x-clients", "x-alien", "x-flying", "x-custom", "device-memory", "rtt", "ect"],
];

test("in development nothing is answered that came through a proxy, whatever the proxy says", async () => {
  refuseProxiedRequests();
  for (const name of PROXIES)
    for (const value of ["203.0.113.7", "127.0.0.1", "localhost", "1.1 varnish", ""])
      expect(await ask({ headers: { [name]: value } }), name).toMatchObject({
        status: 403,
        type: "application/problem+json",
        body: expect.stringContaining('"host_refused"'),
      });
  for (const name of OWN)
    expect((await ask({ headers: { [name]: "203.0.113.7" } })).status, name).toBe(200);
});

test("a method that nothing takes gets a problem document, and every other answer is left alone", async () => {
  explainRefusals();
  const refused = { status: 405, type: "application/problem+json" };
  expect(await ask({ method: "TRACE", path: "/posts" })).toMatchObject(refused);
  for (const method of ["PROPFIND", "MKCOL", "M-SEARCH", "PURGE", "QUERY", "LINK", "SUBSCRIBE"])
    expect(await ask({ method, path: "/api/other" }), method).toMatchObject(refused);
  const bare = await ask({ method: "PUT", path: "/api/only-get" });
  expect(bare).toMatchObject(refused);
  expect(JSON.parse(bare.body)).toMatchObject({ code: "method_not_allowed", status: 405 });
  expect(await ask({ method: "HEAD", path: "/api/only-get" })).toMatchObject({ status: 405 });
  expect(await ask({ path: "/api/other" })).toEqual({ status: 200, type: "", body: "" });
});

test("a form action that nobody knows gets a problem document, and a known one its own reply", async () => {
  explainRefusals();
  const send = (id: string) =>
    ask({ method: "POST", path: "/sign-in", headers: { "next-action": id } });
  const unknown = await send("unknown");
  expect(unknown).toMatchObject({ status: 404, type: "application/problem+json" });
  expect(JSON.parse(unknown.body)).toMatchObject({ code: "not_found" });
  expect(await send("known")).toEqual({ status: 200, type: "", body: "a reply" });
});

test("a body that does not arrive is not waited for, and one that does is left alone", async () => {
  limitSlowBodies(0.2);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.write("POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
    text(socket).then(resolve, reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain('"too_slow"');
  expect((await ask({ method: "POST" })).status).toBe(200);
});

/** Part of a JWT. */
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const TOKEN = `Bearer ${encode({ typ: "JWT" })}.${encode({ sub: "user_1" })}.signature`;

test("a call without a session is told so at once, and whatever may bring one is left alone", async () => {
  const unsigned: Record<string, string>[] = [
    {},
    { cookie: "theme=dark" },
    { authorization: "Bearer ak_1" },
  ];
  refuseSignedOut();
  for (const path of ["/api/blog/posts", "//api/usage", "/api/nothing?next=/api/health"])
    for (const headers of unsigned)
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        const answer = await ask({ method, path, headers });
        expect(answer).toMatchObject({ status: 401, type: "application/problem+json" });
        expect(JSON.parse(answer.body)).toMatchObject({ code: "unauthenticated", status: 401 });
      }
  const maySign = [
    "__session=a",
    "theme=dark; __session_x=a",
    "__client_uat=1",
    "__clerk_db_jwt=a",
  ];
  for (const headers of [...maySign.map((cookie) => ({ cookie })), { authorization: TOKEN }])
    expect((await ask({ path: "/api/blog/posts", headers })).status).toBe(200);
  const open = ["/", "/posts", "/api/health", "/api/cron", "/api/webhooks/clerk", "/apiary"];
  for (const path of [...open, "/api/blog/%", "/api/usage?__clerk_synced=true"])
    expect((await ask({ path })).status, path).toBe(200);
});

test("without a session a body is not waited for, and one that goes on comes to no answer twice", async () => {
  refuseSignedOut();
  limitSlowBodies(0.2);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.write("POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
    text(socket).then(resolve, reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(answer.toLowerCase()).toContain("x-content-type-options: nosniff");
});

test("a login that has used up what it may is told so at once, wherever it asks, and others are not", async () => {
  refuseAtOnce();
  const headers = { authorization: "Bearer used.up.token" };
  const events = "/api/blog/posts/00000000-0000-4000-8000-000000000000/events?after=3";
  rememberRefusal("streams", { ...headers, cookie: undefined }, 30);
  expect(await ask({ path: "/api/blog/posts", headers })).toMatchObject({ status: 200 });
  const refused = await ask({ path: events, headers });
  const says = { status: 429, type: "application/problem+json", later: "30" };
  expect(refused).toMatchObject(says);
  expect(JSON.parse(refused.body)).toMatchObject({ code: "rate_limited", status: 429 });
  expect(await ask({ path: events })).toMatchObject({ status: 200 });
  rememberRefusal("requests", { ...headers, cookie: undefined }, 30);
  for (const path of ["/api/blog/posts", "//api/usage", events])
    expect(await ask({ path, headers }), path).toMatchObject(says);
  for (const path of ["/api/health", "/posts", "/"])
    expect((await ask({ path, headers })).status, path).toBe(200);
});

test("a login that asks too fast is served in turn, the rest is refused, and others are served between", async () => {
  paceLogins();
  const { atOnce, perSecond, waitSeconds } = LIMITS.loginPace;
  const order: string[] = [];
  const flood = { cookie: "__session=flood" };
  const send = async (name: string, headers: Record<string, string>) => {
    const { status } = await ask({ path: "/posts", headers });
    order.push(`${name} ${status}`);
    return status;
  };
  const served = Array.from({ length: atOnce + 5 }, () => send("flood", flood));
  const other = send("other", { authorization: "Bearer other" });
  await Promise.all([...served, other]);
  expect(order.indexOf("other 200")).toBeLessThan(order.length - 1);
  expect(order.filter((line) => line === "flood 200")).toHaveLength(atOnce + 5);
  const many = Array.from({ length: perSecond * waitSeconds + 30 }, () =>
    ask({ path: "/api/usage", headers: { cookie: "x=y; __session=many; __session_b=1" } }),
  );
  const refused = await Promise.any(
    many.map(async (one) => ((await one).status === 429 ? one : Promise.reject())),
  );
  expect(refused).toMatchObject({ type: "application/problem+json", later: expect.any(String) });
  expect(
    (await ask({ path: "/_next/static/a.js", headers: { cookie: "__session=many" } })).status,
  ).toBe(200);
});
