import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { prepareBrowserScripts } from "./browser-scripts";
import { tokenResource } from "./frontend-api-resources";
import { BACKEND_API_ROUTES, dispatch, FRONTEND_API_ROUTES } from "./frontend-api-routes";
import {
  createClient,
  createState,
  type FrontendApiState,
  startSession,
  type TestUser,
} from "./frontend-api-state";
import { mintHandshakeToken } from "./handshake";
import { cookiesForToken, type SessionCookie } from "./session-cookies";
import { WEBHOOK_SIGNING_SECRET } from "./signed-webhook";
import { testInstance } from "./test-instance";

export interface FakeFrontendApi {
  url: string;
  /** Environment for the application, to be merged over the test's own. */
  applicationEnv: Record<string, string>;
  /** `METHOD /path` of every call made with the secret key; a signed-in request makes none. */
  backendRequests: readonly string[];
  /**
   * Signs a listed user in without the form.
   * @returns cookies for Playwright's `context.addCookies()`; each call is a browser of its own.
   * @throws if nobody has this id.
   */
  signIn: (userId: string) => Promise<SessionCookie[]>;
  close: () => Promise<void>;
}

interface FakeFrontendApiOptions {
  users: readonly TestUser[];
  /** Where the application will listen, with `localhost` as its host. */
  applicationUrl: string;
  /** 0, the default, takes a free port. */
  port?: number;
  /** `false` for tests without a browser: nothing is looked for on disk. */
  browser?: boolean;
}

interface ServerContext {
  state: FrontendApiState;
  applicationUrl: string;
  scripts: ReadonlyMap<string, string>;
}

function readCookie(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}

function findClient(context: ServerContext, request: IncomingMessage) {
  return context.state.clients.get(readCookie(request, "__client")) ?? null;
}

/** Cookies ignore ports, so what is set here for `localhost` reaches the application as well. */
function clientCookies(client: ReturnType<typeof findClient>): string[] {
  if (!client) return [];
  const updatedAt = client.sessions.length > 0 ? Math.floor(client.updatedAt / 1000) : 0;
  return [
    `__client=${client.id}; Path=/; HttpOnly; SameSite=Lax`,
    `__client_uat=${updatedAt}; Path=/; SameSite=Lax`,
    `__client_uat_${testInstance.cookieSuffix}=${updatedAt}; Path=/; SameSite=Lax`,
  ];
}

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Origin", request.headers.origin ?? "*");
  response.setHeader("Access-Control-Allow-Credentials", "true");
  response.setHeader("Access-Control-Allow-Headers", "authorization, content-type");
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
  response.setHeader("Vary", "Origin");
}

/** Clerk's own address of a script: `/npm/@clerk/clerk-js@6/dist/clerk.browser.js`. */
async function serveScript(context: ServerContext, path: string, response: ServerResponse) {
  const match = /^\/npm\/(@clerk\/[a-z-]+)@[\w.-]+\/dist\/([^/]+\.js)$/.exec(path);
  const folder = context.scripts.get(match?.[1] ?? "");
  if (!folder) return response.writeHead(404).end();
  const script = await readFile(join(folder, basename(match?.[2] ?? ""))).catch(() => null);
  if (!script) return response.writeHead(404).end();
  response.setHeader("Content-Type", "text/javascript; charset=utf-8");
  return response.end(script);
}

async function serveHandshake(
  context: ServerContext,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const redirectUrl = url.searchParams.get("redirect_url") ?? context.applicationUrl;
  const token = await mintHandshakeToken(findClient(context, request), redirectUrl);
  response.setHeader("Set-Cookie", `__clerk_handshake=${token}; Path=/; Max-Age=30; SameSite=Lax`);
  return response.writeHead(307, { Location: redirectUrl, "Cache-Control": "no-store" }).end();
}

async function serveApi(
  context: ServerContext,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const method = url.searchParams.get("_method") ?? request.method ?? "GET";
  const isBackend = request.headers.authorization === `Bearer ${testInstance.secretKey}`;
  if (isBackend) context.state.backendRequests.push(`${method} ${url.pathname}`);
  const routes = isBackend ? BACKEND_API_ROUTES : FRONTEND_API_ROUTES;
  const result = await dispatch(routes, method, url.pathname, {
    state: context.state,
    applicationUrl: context.applicationUrl,
    client: findClient(context, request),
    origin: request.headers.origin,
    form: new URLSearchParams(await text(request)),
  });
  response.setHeader("Set-Cookie", clientCookies(result.client));
  response.writeHead(result.status ?? 200, { "Content-Type": "application/json" });
  return response.end(JSON.stringify(result.body));
}

async function serve(context: ServerContext, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", "http://localhost");
  allowOrigin(request, response);
  if (request.method === "OPTIONS") return response.writeHead(204).end();
  if (url.pathname.startsWith("/npm/")) return serveScript(context, url.pathname, response);
  if (url.pathname === "/v1/client/handshake") {
    return serveHandshake(context, url, request, response);
  }
  return serveApi(context, url, request, response);
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function applicationEnv(url: string, applicationUrl: string): Record<string, string> {
  return {
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: testInstance.publishableKey,
    CLERK_SECRET_KEY: testInstance.secretKey,
    CLERK_JWT_KEY: testInstance.jwtKey,
    CLERK_AUTHORIZED_PARTIES: applicationUrl,
    CLERK_WEBHOOK_SIGNING_SECRET: WEBHOOK_SIGNING_SECRET,
    CLERK_API_URL: url,
    NEXT_PUBLIC_CLERK_PROXY_URL: url,
    NEXT_PUBLIC_CLERK_JS_URL: `${url}/npm/@clerk/clerk-js@6/dist/clerk.browser.js`,
    NEXT_PUBLIC_CLERK_UI_URL: `${url}/npm/@clerk/ui@1/dist/ui.browser.js`,
    NEXT_PUBLIC_CLERK_TELEMETRY_DISABLED: "1",
  };
}

async function signIn(context: ServerContext, userId: string): Promise<SessionCookie[]> {
  const user = context.state.users.find(({ id }) => id === userId);
  if (!user) throw new Error(`The fake Clerk has no user ${userId}`);
  const url = new URL(context.applicationUrl).origin;
  const client = createClient(context.state);
  const { jwt } = await tokenResource(startSession(client, user), url);
  const cookies = cookiesForToken(jwt, Math.floor(client.updatedAt / 1000));
  const all = Object.entries({ ...cookies, __client: client.id });
  return all.map(([name, value]) => ({ name, value, url }));
}

/**
 * Starts a loopback server that stands in for Clerk: Frontend API, the scripts browsers load, the
 * handshake, and the few Backend API calls an application makes. All state is in memory.
 * @throws if the port is taken, or the scripts are neither cached nor to be had.
 */
export async function startFakeFrontendApi(
  options: FakeFrontendApiOptions,
): Promise<FakeFrontendApi> {
  const state = createState(options.users);
  const scripts =
    options.browser === false ? new Map<string, string>() : await prepareBrowserScripts();
  const context = { state, scripts, applicationUrl: options.applicationUrl };
  const server = createServer((request, response) => {
    serve(context, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const url = `http://localhost:${await listen(server, options.port ?? 0)}`;
  return {
    url,
    applicationEnv: applicationEnv(url, options.applicationUrl),
    backendRequests: state.backendRequests,
    signIn: (userId) => signIn(context, userId),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
