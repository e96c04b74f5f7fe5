import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { dumpDatabase } from "../world/database/dump-database";
import { findLeaks } from "../world/database/find-leaks";
import { readProblem } from "../world/servers/read-problem";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { saveKeys } from "../world/servers/start-production";
import { GHOST_KEY, startFakeGhost } from "../world/sites/fake-ghost";
import { startFakeWordpress } from "../world/sites/fake-wordpress";
import { WORDPRESS_USER } from "../world/sites/fake-wordpress-users";
import { type FakeSite, startFakeSite } from "../world/sites/start-fake-site";
import { createTester, type Tester } from "../world/tester";

const { production } = inject("servers");
const ALL = "/api/integrations";
let app: Development;
let wordpress: FakeSite;
let ghost: FakeSite;

beforeAll(async () => {
  [app, wordpress, ghost] = await Promise.all([
    startDevelopment(),
    startFakeWordpress(),
    startFakeGhost(),
  ]);
});
afterAll(async () => {
  wordpress.close();
  ghost.close();
  await app.stop();
});

const call: Development["send"] = (...request) => app.send(...request);

const wordpressLogin = () => ({
  kind: "wordpress",
  siteUrl: wordpress.url,
  username: WORDPRESS_USER.name,
  secret: WORDPRESS_USER.password,
});
const ghostLogin = () => ({ kind: "ghost", siteUrl: ghost.url, secret: GHOST_KEY });

test("sites are connected after a live test, shown masked, sealed in the database", async () => {
  const first = await (await call("POST", ALL, wordpressLogin())).json();
  expect(first.integrations).toMatchObject([
    {
      kind: "wordpress",
      siteUrl: wordpress.url,
      username: "anna",
      isPrimary: true,
      status: "valid",
    },
  ]);
  const second = await (await call("POST", ALL, ghostLogin())).json();
  expect(second.integrations).toHaveLength(2);
  expect(second.integrations[1]).toMatchObject({ kind: "ghost", isPrimary: false });
  const shown =
    JSON.stringify(second) + (await dumpDatabase(app.database.sql)) + (await app.output());
  for (const secret of [WORDPRESS_USER.password, GHOST_KEY, GHOST_KEY.split(":")[1] ?? ""])
    expect(
      findLeaks(shown.replaceAll("•", ""), secret).filter((form) => !/last/.test(form)),
    ).toEqual([]);
});

test("the same site again replaces its login; a wrong one changes nothing", async () => {
  const before = await (await call("GET", ALL)).text();
  const wrong = await readProblem(
    await call("POST", ALL, { ...wordpressLogin(), secret: "wrong" }),
  );
  expect(wrong).toMatchObject({ code: "site_login_refused", fields: [{ field: "secret" }] });
  expect(await (await call("GET", ALL)).text()).toBe(before);
  const again = await (await call("POST", ALL, wordpressLogin())).json();
  expect(again.integrations).toHaveLength(2);
});

test("one site is the primary one; a saved login is opened again for a test; disconnecting forgets it", async () => {
  const { integrations } = await (await call("GET", ALL)).json();
  const [first, second] = integrations;
  const chosen = await (await call("PATCH", `${ALL}/${second.id}`, { isPrimary: true })).json();
  expect(chosen.integrations.map((one: { isPrimary: boolean }) => one.isPrimary)).toEqual([
    false,
    true,
  ]);
  const asked = ghost.requests.length;
  expect((await call("POST", `${ALL}/${second.id}/check`)).status).toBe(200);
  expect(ghost.requests.slice(asked).map(({ path }) => path)).toEqual([
    "/ghost/api/admin/site/",
    "/ghost/api/admin/config/",
  ]);
  expect((await call("DELETE", `${ALL}/${second.id}`)).status).toBe(204);
  expect((await (await call("GET", ALL)).json()).integrations).toMatchObject([
    { id: first.id, isPrimary: true },
  ]);
  for (const [method, path, body] of [
    ["DELETE", `${ALL}/${second.id}`],
    ["POST", `${ALL}/${second.id}/check`],
    ["PATCH", `${ALL}/${second.id}`, { isPrimary: true }],
    ["DELETE", `${ALL}/1`],
  ] as const)
    expect((await readProblem(await call(method, path, body))).code).toBe("not_found");
});

test("a login that was moved to another row does not open there", async () => {
  await call("POST", ALL, ghostLogin());
  await app.database.sql`
    UPDATE integrations SET secret = (SELECT secret FROM integrations WHERE kind = 'ghost')
    WHERE kind = 'wordpress'`;
  const [row] = await app.database.sql`SELECT id FROM integrations WHERE kind = 'wordpress'`;
  const problem = await readProblem(await call("POST", `${ALL}/${row?.id}/check`));
  expect(problem.code).toBe("login_undecryptable");
});

test("in production no address of this machine or its network is entered", async () => {
  const tester = createTester(production.url);
  const inside = [
    wordpress.url,
    "https://localhost",
    "https://169.254.169.254",
    "https://10.0.0.1",
  ];
  for (const siteUrl of inside) {
    const answer = await tester.call("POST", ALL, { ...wordpressLogin(), siteUrl });
    expect((await readProblem(answer)).code, siteUrl).toBe("address_refused");
  }
  const bad = [
    {},
    { kind: "wix", siteUrl: "https://x.org", secret: "x" },
    { ...ghostLogin(), secret: "••••" },
  ];
  for (const body of bad)
    expect((await readProblem(await tester.call("POST", ALL, body))).code).toBe("invalid");
  expect(await (await tester.call("GET", ALL)).json()).toEqual({ integrations: [] });
});

/** Two connected sites of a tester of production, where no site on loopback can be connected. */
async function plantSites(sql: postgres.Sql, tester: Tester): Promise<string[]> {
  await saveKeys(tester);
  const [key] = await sql`SELECT id FROM data_keys WHERE user_id = ${tester.userId}`;
  const rows = [true, false].map((primary, index) => ({
    id: randomUUID(),
    user_id: tester.userId,
    kind: "wordpress",
    site_url: `https://${index}.example`,
    secret: Buffer.from("sealed elsewhere"),
    data_key_id: key?.id,
    version: 1,
    masked: "••••5678",
    is_primary: primary,
    status: "valid",
  }));
  await sql`INSERT INTO integrations ${sql(rows)}`;
  return rows.map(({ id }) => id);
}

test("nobody reaches another user's site: every attempt is a 404 and changes nothing", async () => {
  const sql = postgres(production.databaseUrl, { max: 1, onnotice: () => undefined });
  const [owner, stranger] = [createTester(production.url), createTester(production.url)];
  const ids = await plantSites(sql, owner);
  await saveKeys(stranger);
  const readRows = () =>
    sql`SELECT * FROM integrations WHERE user_id = ${owner.userId} ORDER BY id`;
  const before = await readRows();
  expect(before).toHaveLength(2);
  for (const id of ids) {
    const attempts = [
      stranger.call("DELETE", `${ALL}/${id}`),
      stranger.call("PATCH", `${ALL}/${id}`, { isPrimary: true }),
      stranger.call("POST", `${ALL}/${id}/check`),
    ];
    for (const answer of await Promise.all(attempts)) {
      expect(answer.status).toBe(404);
      expect((await readProblem(answer)).code).toBe("not_found");
    }
  }
  expect(await readRows()).toEqual(before);
  expect(await (await stranger.call("GET", ALL)).json()).toEqual({ integrations: [] });

  const [first, second] = ids;
  const refused = await readProblem(await owner.call("POST", `${ALL}/${second}/check`));
  expect(refused.code).toBe("login_undecryptable");
  const chosen = await (await owner.call("PATCH", `${ALL}/${second}`, { isPrimary: true })).json();
  expect(chosen.integrations).toHaveLength(2);
  expect((await owner.call("DELETE", `${ALL}/${first}`)).status).toBe(204);
  expect(await readRows()).toMatchObject([{ id: second, is_primary: true }]);
  await sql.end();
});

test("a site that is away is named, and the step goes on without it", async () => {
  const away = await startFakeSite(() => ({ status: 200, body: {} }));
  away.close();
  const before = await (await call("GET", ALL)).text();
  const refused = await call("POST", ALL, { ...wordpressLogin(), siteUrl: away.url });
  expect((await readProblem(refused)).code).toBe("site_unreachable");
  expect(await (await call("GET", ALL)).text()).toBe(before);
  expect((await call("POST", "/api/onboarding/steps/integrations/skip")).status).toBe(200);
  expect((await call("PUT", "/api/onboarding/steps/integrations", {})).status).toBe(200);
});

test("a site that is slow is waited for", async () => {
  const slow: FakeSite = await startFakeSite(async (path, request) => {
    await pause(300);
    const answer = await fetch(`${wordpress.url}${path}`, {
      headers: { authorization: request.headers.authorization ?? "" },
    });
    const text = await answer.text();
    return { status: answer.status, body: text.replaceAll(wordpress.url, slow.url) };
  });
  const connected = await call("POST", ALL, { ...wordpressLogin(), siteUrl: slow.url });
  expect(connected.status).toBe(200);
  slow.close();
});
