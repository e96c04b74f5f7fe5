import { rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { PROVIDER_KEY_NAMES } from "@/lib/mode";
import { openTcpProxy, type TcpProxy } from "../world/servers/open-tcp-proxy";
import { productionEnv } from "../world/servers/production-env";
import { readProblem } from "../world/servers/read-problem";
import {
  type App,
  createAppFolder,
  pickPort,
  startApp,
  startRefused,
} from "../world/servers/start-app";
import { type Production, saveKeys, startProduction } from "../world/servers/start-production";
import { waitUntil } from "../world/wait-until";

const { production, development, sandboxUrl } = inject("servers");
const good = productionEnv(production.databaseUrl, sandboxUrl, "http://localhost:3000");
const KEY = "ok-owner-0123456789abcdef";

describe("npm start refuses", () => {
  const folder = createAppFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const { DEPLOY_ENV: _platform, ...unplaced } = good;
  const cases: { name: string; env: Record<string, string>; names: string[] }[] = [
    {
      name: "production with nothing set, naming everything at once",
      env: { DEPLOY_ENV: "self-hosted" },
      names: Object.keys(good).filter((name) => !/^(DEPLOY_ENV|.*_BASE_URL|KEK_k1)$/.test(name)),
    },
    { name: "an unknown platform", env: { ...good, DEPLOY_ENV: "heroku" }, names: ["DEPLOY_ENV"] },
    { name: "another platform", env: { ...good, VERCEL: "1" }, names: ["DEPLOY_ENV"] },
    {
      name: "DEBUG on Render",
      env: { ...unplaced, RENDER: "true", DEBUG: "True" },
      names: ["DEBUG"],
    },
    {
      name: "a current KEK that is not there",
      env: { ...good, KEK_CURRENT: "k9" },
      names: ["KEK_k9"],
    },
    { name: "a short KEK", env: { ...good, KEK_k1: "c2hvcnQ" }, names: ["KEK_k1"] },
    {
      name: "a passphrase as a KEK",
      env: { ...good, KEK_k1: "correct horse battery staple correct horse" },
      names: ["KEK_k1"],
    },
    {
      name: "foreign hosts for keys",
      env: { ...good, GEMINI_BASE_URL: "https://evil.example", EXA_BASE_URL: "http://10.0.0.1" },
      names: ["GEMINI_BASE_URL", "EXA_BASE_URL"],
    },
    {
      name: "a build that nobody said whom to serve to, naming both variables",
      env: {},
      names: ["DEPLOY_ENV", "DEBUG"],
    },
    {
      name: "the same where DEBUG is false",
      env: { DEBUG: "false" },
      names: ["DEPLOY_ENV", "DEBUG"],
    },
    {
      name: "foreign hosts in development too",
      env: { EXA_BASE_URL: "https://evil.example" },
      names: ["EXA_BASE_URL"],
    },
    {
      name: "every provider key of the owner, on Render too",
      env: {
        ...unplaced,
        RENDER: "true",
        ...Object.fromEntries(PROVIDER_KEY_NAMES.map((name) => [name, KEY])),
      },
      names: [...PROVIDER_KEY_NAMES],
    },
  ];

  test.for(cases)("$name", async ({ env, names }) => {
    const { code, output } = await startRefused(env, folder);
    expect(code).not.toBe(0);
    for (const name of names) expect.soft(output).toMatch(new RegExp(`^  ${name}: .{20,}`, "m"));
    expect(output).not.toContain("Ready");
    for (const [name, value] of Object.entries(env))
      if (/KEK_|SECRET|_API_KEY/.test(name) && value.length > 8)
        expect.soft(output, name).not.toContain(value);
  });

  test("production in a developer's checkout, whose .env.local holds a key", async () => {
    const file = path.join(folder, ".env.local");
    writeFileSync(file, `EXA_API_KEY=${KEY}\n`);
    const { code, output } = await startRefused(good, folder);
    rmSync(file);
    expect(code).not.toBe(0);
    expect(output).toMatch(/^ {2}EXA_API_KEY: /m);
    expect(output).not.toContain(KEY);
  });
});

test("on Vercel a wrong configuration answers 503 config_invalid on every page and route, and says no secret", async () => {
  const { DEPLOY_ENV: _platform, KEK_CURRENT: _kek, ...rest } = good;
  const command = ["node_modules/next/dist/bin/next", "start"];
  const app = await startApp({ ...rest, VERCEL: "1", EXA_API_KEY: KEY }, { command });
  for (const page of ["/", "/posts", "/sign-in", "/api/blog/posts", "/api/onboarding/api-keys"]) {
    const answer = await fetch(`${app.url}${page}`);
    expect.soft(await readProblem(answer)).toMatchObject({ status: 503, code: "config_invalid" });
  }
  const health = await fetch(`${app.url}/api/health`);
  expect([health.status, await health.text()]).toEqual([503, '{"status":"config_invalid"}']);
  expect(app.output()).toMatch(/^ {2}EXA_API_KEY: /m);
  expect(app.output()).not.toContain(KEY);
  await app.stop();
});

describe("a running server", () => {
  let wire: TcpProxy;
  let server: Production;

  beforeAll(async () => {
    server = await startProduction(async ({ url }) => {
      wire = await openTcpProxy(url);
      return { DATABASE_URL: wire.url };
    });
  });
  afterAll(async () => {
    await server.stop();
    await wire.close();
  });

  test("says how it is without a session or a secret: 200, 503 while the database is away, 200 again", async () => {
    const readHealth = async (): Promise<[number, unknown]> => {
      const answer = await fetch(`${server.url}/api/health`);
      return [answer.status, await answer.json()];
    };
    const well = { status: "ok", mode: "production", database: "ok" };
    expect(await readHealth()).toEqual([200, well]);
    await wire.cut();
    const away = { status: "degraded", mode: "production", database: "unavailable" };
    expect(await readHealth()).toEqual([503, away]);
    await wire.mend();
    await waitUntil("the database to be back", async () => (await readHealth())[0] === 200);
    expect(await readHealth()).toEqual([200, well]);
    const { password } = new URL(wire.url);
    expect(server.output()).not.toContain(password);
  });

  test("logs the resolver's line word for word, and listens on the port it was told", async () => {
    const tester = server.tester();
    await saveKeys(tester);
    await tester.call("GET", "/api/onboarding/api-keys/copilotkit/public");
    expect(readMessages(server)).toContain(`[PROD MODE] Using database for user ${tester.userId}`);
    expect(server.env.CLERK_AUTHORIZED_PARTIES).toBe(server.url);
  });
});

/** The messages of the log's lines. */
function readMessages(app: Pick<App, "output">): unknown[] {
  const lines = app
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  return lines.map((line) => JSON.parse(line).msg);
}

test("development logs its own line, and listens on this machine alone", async () => {
  const port = await pickPort();
  const app = await startApp({ DEBUG: "true", DATABASE_URL: production.databaseUrl }, { port });
  await fetch(`${app.url}/api/onboarding/api-keys/copilotkit/public`);
  expect(readMessages(app)).toContain("[DEV MODE] Using .env file");
  expect((await canConnect("127.0.0.1", port)) || (await canConnect("::1", port))).toBe(true);
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid);
  for (const { address } of outside) {
    expect.soft([address, await canConnect(address, port)]).toEqual([address, false]);
    const open = Number(new URL(production.url).port);
    expect.soft([address, await canConnect(address, open)]).toEqual([address, true]);
  }
  await app.stop();
  expect(await canConnect("localhost", Number(new URL(development.url).port))).toBe(true);
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}
