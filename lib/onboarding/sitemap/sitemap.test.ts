import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakeSite, startFakeSite } from "@/tests/world/sites/start-fake-site";
import { parseSitemap } from "./parse-sitemap";
import { readSitemap } from "./read-sitemap";
import { sitemapOverview } from "./schema";
import { summarizeSitemap } from "./summarize-sitemap";

const entry = (loc: string, day = "") =>
  `<url><loc>${loc}</loc>${day && `<lastmod>${day}</lastmod>`}</url>`;
const urlset = (...entries: string[]) =>
  `<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("\n")}</urlset>`;
const index = (...files: string[]) =>
  `<sitemapindex>${files.map((file) => `<sitemap>\n <loc>${file}</loc>\n</sitemap>`).join("")}</sitemapindex>`;

test("pages and files of a sitemap are told apart, whatever stands around them", () => {
  expect(
    parseSitemap(
      urlset(
        entry("https://example.org/a?x=1&amp;y=2", "2026-03-04T10:00:00+01:00"),
        entry("<![CDATA[ https://example.org/b ]]>", "last Tuesday"),
        "<url><image:image><image:loc>https://cdn.example/p.png</image:loc></image:image>\n<loc> https://example.org/c </loc></url>",
        entry("javascript:alert(1)"),
        entry("not an address"),
      ),
    ),
  ).toEqual({
    pages: [
      { url: "https://example.org/a?x=1&y=2", changed: "2026-03-04" },
      { url: "https://example.org/b", changed: null },
      { url: "https://example.org/c", changed: null },
    ],
    files: [],
  });
  expect(parseSitemap(index("https://example.org/posts.xml")).files).toEqual([
    "https://example.org/posts.xml",
  ]);
  for (const other of ["", "<html><p>Not found</p></html>", "<url>".repeat(50_000), "<loc>x</url>"])
    expect(parseSitemap(other)).toEqual({ pages: [], files: [] });
});

test("what it says is counted by part and by month, and fits what is stored", () => {
  const pages = [
    { url: "https://example.org/", changed: "2025-04-01" },
    { url: "https://example.org/about", changed: null },
    { url: "https://example.org/blog/one", changed: "2026-03-04" },
    { url: "https://example.org/blog/two", changed: "2026-03-20" },
    { url: "https://example.org/blog/deep/three", changed: "2024-12-31" },
  ];
  const counted = summarizeSitemap(pages, false);
  expect(counted).toMatchObject({ pages: 5, dated: 4, newest: "2026-03-20", cut: false });
  expect(counted.sections).toEqual([
    { path: "/blog/", pages: 3, newest: "2026-03-20" },
    { path: "/", pages: 2, newest: "2025-04-01" },
  ]);
  expect(counted.months).toHaveLength(12);
  expect(counted.months[0]).toEqual({ month: "2025-04", pages: 1 });
  expect(counted.months.at(-1)).toEqual({ month: "2026-03", pages: 2 });
  expect(sitemapOverview.safeParse({ ...counted, missing: [] }).success).toBe(true);
  const undated = summarizeSitemap([{ url: "https://example.org/a", changed: null }], true);
  expect(undated).toMatchObject({ newest: null, months: [], cut: true });
  expect(sitemapOverview.safeParse({ ...undated, missing: [] }).success).toBe(true);
});

let site: FakeSite;
let files: Record<string, string> = {};
beforeAll(async () => {
  site = await startFakeSite((path) =>
    path in files ? { status: 200, body: files[path] ?? "" } : { status: 404, body: "no" },
  );
});
afterAll(() => site.close());

const read = async (of: Record<string, string>) => {
  files = of;
  site.requests.length = 0;
  return readSitemap(`${site.url}/blog/`, { allowLoopback: true });
};
const urls = ({ pages }: Awaited<ReturnType<typeof read>>) => pages.map(({ url }) => url);

test("the sitemap that robots.txt names is read with its files, each page once and only the site's own", async () => {
  const { url } = site;
  const found = await read({
    "/robots.txt": `User-agent: *\nSitemap: ${url}/map.xml`,
    "/map.xml": index(`${url}/one.xml`, `${url}/two.xml`, `${url}/map.xml`, `${url}/gone.xml`),
    "/one.xml": urlset(entry(`${url}/a`), entry("https://elsewhere.example/x")),
    "/two.xml": urlset(entry(`${url}/a`, "2026-01-02"), entry(`${url}/b`)),
  });
  expect(urls(found)).toEqual([`${url}/a`, `${url}/b`]);
  expect(found.cut).toBe(false);
  expect(site.requests.map(({ path }) => path)).toEqual([
    "/robots.txt",
    "/map.xml",
    "/one.xml",
    "/two.xml",
    "/gone.xml",
  ]);
});

test("without robots.txt the usual places are tried, and the first that answers is enough", async () => {
  const found = await read({ "/sitemap.xml": urlset(entry(`${site.url}/a`)) });
  expect(urls(found)).toEqual([`${site.url}/a`]);
  expect(site.requests).toHaveLength(2);
  await expect(read({})).rejects.toMatchObject({ code: "sitemap_missing" });
  await expect(read({ "/sitemap.xml": "<html></html>" })).rejects.toMatchObject({
    code: "sitemap_missing",
  });
});

test("a sitemap without an end is read so far, and one that leads into a private network not at all", async () => {
  const { url } = site;
  const endless = Array.from({ length: 40 }, (_, at) => `${url}/${at}.xml`);
  const many = Object.fromEntries(
    endless.map((_, at) => [`/${at}.xml`, urlset(entry(`${url}/page-${at}`))]),
  );
  const found = await read({ "/sitemap.xml": index(...endless), ...many });
  expect(found.cut).toBe(true);
  expect(site.requests.length).toBeLessThan(20);
  files = { "/sitemap.xml": index("http://10.0.0.1/secret.xml") };
  await expect(read(files)).rejects.toMatchObject({ code: "address_refused" });
  await expect(readSitemap(url, {})).rejects.toMatchObject({ code: "address_refused" });
});
