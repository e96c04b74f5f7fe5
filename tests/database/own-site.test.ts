import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { openCaller } from "@/lib/calls/open-caller";
import type { EmitWork } from "@/lib/http/schema";
import { streamWork } from "@/lib/http/stream-work";
import { findSocials } from "@/lib/onboarding/research/find-socials";
import { socialsBody } from "@/lib/onboarding/research/schema";
import { findMissing } from "@/lib/onboarding/sitemap/find-missing";
import { sitemapOverview } from "@/lib/onboarding/sitemap/schema";
import { studySitemap } from "@/lib/onboarding/sitemap/study-sitemap";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";
import { startFakeSite } from "../world/sites/start-fake-site";
import { readWork } from "../world/wizard/read-work";

const database = setUpDatabase();
const sandbox = setUpSandbox();
const { signal } = new AbortController();

async function makeUser() {
  const user = clerkUser(`site_${randomUUID()}`);
  const [gemini, exa] = [`ok-site-${randomUUID()}`, `ok-site-${randomUUID()}`];
  const keys = { gemini, exa };
  await saveKeyDirectly(user, keys);
  const calls = async () => [
    ...(await readSandboxLog(sandbox().url, gemini)),
    ...(await readSandboxLog(sandbox().url, exa)),
  ];
  const booked = () => database().sql`
    SELECT provider, operation, status, cost_usd > 0 AS paid FROM usage_events WHERE user_id = ${user}`;
  return { user, keys, calls, booked };
}

/** Accounts of the site that the sandbox gives: by its links, and by a search that finds others' before each. */
const FOUND = {
  links: [
    "https://www.linkedin.com/company/nextjs",
    "https://x.com/nextjs",
    "https://github.com/nextjs",
  ],
  search: [
    "https://x.com/nextjs",
    "https://www.youtube.com/@nextjs",
    "https://medium.com/@nextjs",
    "https://github.com/nextjs",
  ],
};

test("accounts are found by one call of Exa, by links or by a search, which is booked; nobody else's is taken", async () => {
  const { user, calls, booked } = await makeUser();
  const told: unknown[] = [];
  const emit: EmitWork = (type, data) => {
    if (type === "field") told.push(data);
  };
  for (const by of ["links", "search"] as const) {
    const body = socialsBody.parse({ url: "https://nextjs.org", by });
    const { socials } = await findSocials(user, body, { emit, signal });
    expect(told.at(-1)).toEqual({ name: "socials", value: socials });
    expect(socials.map(({ url }) => url)).toEqual(FOUND[by]);
  }
  expect((await calls()).map(({ path }) => path)).toEqual(["/contents", "/search"]);
  expect([...(await booked())]).toEqual([
    { provider: "exa", operation: "contents", status: "settled", paid: true },
    { provider: "exa", operation: "search", status: "settled", paid: true },
  ]);
});

test("what a site lacks is asked of the user's model once, over the addresses of its pages alone", async () => {
  const { user, calls, booked } = await makeUser();
  const caller = await openCaller(user, () => {}, signal);
  const pages = Array.from({ length: 3_000 }, (_, at) => ({
    url: `https://example.org/heating/page-${at}?token=secret`,
    changed: null,
  }));
  const missing = await findMissing(caller, { about: "Heating old houses", pages });
  expect(missing.length).toBeGreaterThanOrEqual(3);
  expect(missing.join()).not.toMatch(/https?:|<|\[\[/);
  const [call, ...more] = await calls();
  expect(more).toEqual([]);
  expect(call?.prompt).toContain("/heating/page-0");
  expect(call?.prompt).not.toContain("secret");
  expect(call?.prompt?.match(/\/heating\//g)?.length).toBeLessThanOrEqual(250);
  expect([...(await booked())]).toEqual([
    { provider: "gemini", operation: "sitemap", status: "settled", paid: true },
  ]);
});

const SITEMAP = ["/heating/one", "/heating/two", "/about"]
  .map((path) => `<url><loc>SITE${path}</loc><lastmod>2026-03-04</lastmod></url>`)
  .join("");

test("a sitemap is counted for nothing and told at once, then with what is missing in it, for one call", async () => {
  const site = await startFakeSite((path) =>
    path === "/sitemap.xml"
      ? { status: 200, body: `<urlset>${SITEMAP.replaceAll("SITE", site.url)}</urlset>` }
      : { status: 404, body: "" },
  );
  const { user, keys, booked } = await makeUser();
  vi.stubEnv("DEBUG", "true").stubEnv("GEMINI_API_KEY", keys.gemini);
  const work = streamWork(new Request("http://localhost/"), (emit, over) =>
    studySitemap(user, { url: site.url, about: "Heating" }, { emit, signal: over }),
  );
  const events = await readWork(work).finally(() => {
    vi.unstubAllEnvs();
    site.close();
  });
  const told = events.flatMap(({ type, data }) => (type === "field" ? [data.value] : []));
  const counted = {
    pages: 3,
    cut: false,
    sections: [
      { path: "/heating/", pages: 2, newest: "2026-03-04" },
      { path: "/", pages: 1, newest: "2026-03-04" },
    ],
    missing: [],
  };
  expect(told[0]).toMatchObject(counted);
  const { missing } = sitemapOverview.parse(told[1]);
  expect(missing.length).toBeGreaterThanOrEqual(3);
  expect(told[1]).toEqual({ ...Object(told[0]), missing });
  expect(events.at(-1)).toEqual({ type: "done", data: { data: told[1] } });
  expect(events.map(({ type }) => type)).toContain("cost");
  expect([...(await booked())]).toEqual([
    { provider: "gemini", operation: "sitemap", status: "settled", paid: true },
  ]);
});

test("a site in a private network is not read, and nobody is asked or paid for it", async () => {
  const { user, calls, booked } = await makeUser();
  for (const url of ["http://10.0.0.1", "http://169.254.169.254/latest", "http://[::1]:5432"])
    await expect(
      studySitemap(user, { url, about: "" }, { emit: () => {}, signal }),
    ).rejects.toMatchObject({ code: "address_refused" });
  expect(await calls()).toEqual([]);
  expect([...(await booked())]).toEqual([]);
});
