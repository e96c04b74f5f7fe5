import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mintUserId } from "@/lib/auth/user-id";
import { closePool } from "@/lib/db/connect";
import { connectIntegration } from "@/lib/integrations/connect-integration";
import { listIntegrations } from "@/lib/integrations/list-integrations";
import { dumpDatabase } from "../world/database/dump-database";
import { insertReadyPost } from "../world/posts/insert-ready-post";
import { readDocxBack, readHtmlBack, readMarkdownBack } from "../world/posts/read-exports";
import { readProblem } from "../world/servers/read-problem";
import { type Development, startDevelopment } from "../world/servers/start-development";
import { type Production, startProduction } from "../world/servers/start-production";
import { type FakeGhost, GHOST_KEY, startFakeGhost } from "../world/sites/fake-ghost";
import { type FakeWordpress, startFakeWordpress } from "../world/sites/fake-wordpress";
import { WORDPRESS_USER } from "../world/sites/fake-wordpress-users";

let app: Development;
let production: Production;
let wordpress: FakeWordpress;
let ghost: FakeGhost;
let postId: string;

beforeAll(async () => {
  [app, production, wordpress, ghost] = await Promise.all([
    startDevelopment(),
    startProduction(),
    startFakeWordpress(),
    startFakeGhost(),
  ]);
  await call("POST", "/api/onboarding/api-keys", {
    gemini: "ok-g-publishing-0001",
    exa: "ok-e-publishing-0001",
  });
  postId = await generate({ topic: "Caching in Next.js", wordCount: 400 });
});
afterAll(async () => {
  wordpress.close();
  ghost.close();
  await Promise.all([app.stop(), production.stop()]);
});

const call: Development["send"] = (...request) => app.send(...request);

async function generate(body: object): Promise<string> {
  return (await (await call("POST", "/api/blog/generate", body, { prefer: "wait=240" })).json()).id;
}

const exported = (format: string, id = postId) =>
  call("GET", `/api/blog/posts/${id}/export?format=${format}`);
const wordpressLogin = () => ({
  kind: "wordpress" as const,
  siteUrl: wordpress.url,
  username: WORDPRESS_USER.name,
  secret: WORDPRESS_USER.password,
});
const ghostLogin = () => ({ kind: "ghost" as const, siteUrl: ghost.url, secret: GHOST_KEY });

test("a generated post is downloaded in every format, and each says the same", async () => {
  const { document } = await (await call("GET", `/api/blog/posts/${postId}`)).json();
  const answers = await Promise.all(
    ["md", "html", "docx", "json"].map((format) => exported(format)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers.map(({ headers }) => headers.get("content-type"))).toEqual([
    "text/markdown; charset=utf-8",
    "text/html; charset=utf-8",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/json",
  ]);
  for (const { headers } of answers)
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z0-9-]+\.\w+"/);
  const [md, html, docx, json] = answers;
  const data = await json?.json();
  const files = [
    readMarkdownBack((await md?.text()) ?? ""),
    readHtmlBack((await html?.text()) ?? ""),
    await readDocxBack(Buffer.from((await docx?.arrayBuffer()) ?? new ArrayBuffer(0))),
  ];
  expect(data.citations.length).toBeGreaterThan(2);
  for (const { title, headings, marks, notes, foreign } of files) {
    expect(title).toBe(document.title);
    expect(headings).toEqual(document.sections.map(({ heading }: { heading: string }) => heading));
    expect(marks).toEqual(data.citations.map(({ number }: { number: number }) => number));
    expect(notes.map(({ url }) => url)).toEqual(
      data.citations.map(({ url }: { url: string }) => url),
    );
    expect(foreign).toEqual([]);
  }
});

test("an unknown format is named, a post that is nobody's is not found, and an empty one says so", async () => {
  for (const format of ["", "pdf", "MD", "__proto__"]) {
    const problem = await readProblem(await exported(format));
    expect(problem, format).toMatchObject({ code: "invalid", fields: [{ field: "format" }] });
  }
  expect((await readProblem(await exported("md", randomUUID()))).code).toBe("not_found");
  expect((await readProblem(await exported("md", "1"))).code).toBe("not_found");
  const empty = await generate({ topic: "Qzxv wqkj", includeDomains: ["nowhere.example"] });
  expect((await readProblem(await exported("docx", empty))).code).toBe("nothing_written");
});

test("publishing needs a site, a confirmation and a time to come; then it is done once", async () => {
  const url = `/api/blog/posts/${postId}/publish`;
  const order = { as: "live", confirm: true, acceptUnsupported: true };
  expect((await readProblem(await call("POST", url, order))).code).toBe("no_site");
  await call("POST", "/api/integrations", wordpressLogin());
  await call("POST", "/api/integrations", ghostLogin());
  for (const [body, field] of [
    [{ as: "live" }, "confirm"],
    [{ as: "live", confirm: false }, "confirm"],
    [{ confirm: true }, "as"],
    [{ as: "later", confirm: true }, "as"],
    [{ as: "schedule", confirm: true }, "at"],
    [{ as: "schedule", confirm: true, at: "2020-01-01T00:00:00Z" }, "at"],
    [{ as: "schedule", confirm: true, at: "tomorrow" }, "at"],
    [{ as: "live", confirm: true, at: "2099-01-01T00:00:00Z" }, "at"],
    [{ as: "live", confirm: true, integrationId: "1" }, "integrationId"],
    [{ as: "live", confirm: true, siteUrl: "https://evil.example" }, "siteUrl"],
  ] as const)
    expect((await readProblem(await call("POST", url, body))).fields, field).toMatchObject([
      { field },
    ]);
  expect(wordpress.posts.size).toBe(0);
  const key = { "idempotency-key": randomUUID() };
  const both = await Promise.all([call("POST", url, order, key), call("POST", url, order, key)]);
  const [one, other] = await Promise.all(both.map((answer) => answer.json()));
  expect(one).toEqual(other);
  expect(one.publication).toMatchObject({ status: "live", problem: null });
  expect(wordpress.posts.size).toBe(1);
  expect(ghost.posts.size).toBe(0);
  const seen = await (await call("GET", `/api/blog/posts/${postId}/publications`)).json();
  expect(seen).toMatchObject({
    publications: [{ status: "live" }],
    sites: [
      { name: "WordPress", current: { status: "live" } },
      { name: "Ghost", current: null },
    ],
  });
  expect(await (await call("GET", `/api/blog/posts/${postId}`)).json()).toMatchObject({
    status: "published",
  });
  const leaks =
    (await dumpDatabase(app.database.sql)) + (await app.output()) + JSON.stringify(seen);
  expect(leaks).not.toContain(WORDPRESS_USER.password);
});

test("nobody publishes, reads or downloads another's post, nor uses another's connected site", async () => {
  const [owner, thief] = [production.tester(), production.tester()];
  const before = { ...process.env };
  Object.assign(process.env, production.env, { DEBUG: "true" });
  const [ownerId, thiefId] = [mintUserId(owner.userId), mintUserId(thief.userId)];
  const [ownPost, thiefPost] = [await insertReadyPost(ownerId), await insertReadyPost(thiefId)];
  for (const login of [wordpressLogin(), ghostLogin()]) await connectIntegration(ownerId, login);
  const sites = await listIntegrations(ownerId);
  await closePool();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  expect(sites.map(({ kind }) => kind)).toEqual(["wordpress", "ghost"]);
  for (const site of [wordpress, ghost]) site.requests.length = 0;

  const order = { as: "live", confirm: true };
  const codeOf = async (answer: Promise<Response>) => (await readProblem(await answer)).code;
  const at = (id: string, verb: string) => `/api/blog/posts/${id}/${verb}`;
  const stored = () => dumpDatabase(production.database.sql);
  const unchanged = await stored();
  for (const site of sites) {
    const named = { ...order, integrationId: site.id };
    expect(await codeOf(thief.call("POST", at(thiefPost, "publish"), named))).toBe("not_found");
    expect(await codeOf(thief.call("POST", at(ownPost, "publish"), named))).toBe("not_found");
    expect(await codeOf(thief.call("POST", `/api/integrations/${site.id}/check`))).toBe(
      "not_found",
    );
    const body = { isPrimary: true };
    expect(await codeOf(thief.call("PATCH", `/api/integrations/${site.id}`, body))).toBe(
      "not_found",
    );
    expect(await codeOf(thief.call("DELETE", `/api/integrations/${site.id}`))).toBe("not_found");
  }
  expect(await codeOf(thief.call("POST", at(thiefPost, "publish"), order))).toBe("no_site");
  expect(await codeOf(thief.call("POST", at(ownPost, "publish"), order))).toBe("not_found");
  expect(await codeOf(thief.call("GET", at(ownPost, "publications")))).toBe("not_found");
  expect(await codeOf(thief.call("GET", `${at(ownPost, "export")}?format=md`))).toBe("not_found");
  const own = await thief.call("GET", at(thiefPost, "publications"));
  expect((await own.json()).sites).toEqual([]);
  expect(await stored()).toBe(unchanged);
  expect([...wordpress.requests, ...ghost.requests]).toEqual([]);

  expect((await owner.call("GET", `${at(ownPost, "export")}?format=md`)).status).toBe(200);
  const mine = await (await owner.call("GET", at(ownPost, "publications"))).json();
  expect(mine.sites.map(({ id }: { id: string }) => id)).toEqual(sites.map(({ id }) => id));
  expect(await codeOf(owner.call("POST", at(ownPost, "publish"), order))).toBe("address_refused");
  expect([...wordpress.requests, ...ghost.requests]).toEqual([]);
});
