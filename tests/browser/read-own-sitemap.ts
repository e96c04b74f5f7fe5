import type { Page } from "playwright";
import { expect } from "vitest";
import type { SitemapOverview } from "@/lib/onboarding/sitemap/schema";
import { summarizeSitemap } from "@/lib/onboarding/sitemap/summarize-sitemap";

const PAGES = ["/docs/one", "/docs/two", "/about"].map((path) => ({
  url: `https://nextjs.org${path}`,
  changed: "2026-03-04",
}));
/** What the sitemap is said to hold, and to lack. */
export const OWN_SITEMAP: SitemapOverview = {
  ...summarizeSitemap(PAGES, false),
  missing: ["What caching costs", "How to leave a page out"],
};
const frame = (type: string, data: object) => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
/** No site of the internet can be read in a test: `own-site.test.ts` sees the server's own work give this. */
const ANSWER = [
  frame("field", { name: "sitemap", value: { ...OWN_SITEMAP, missing: [] } }),
  frame("field", { name: "sitemap", value: OWN_SITEMAP }),
  frame("cost", { usd: 0.0123 }),
  frame("done", { data: OWN_SITEMAP }),
].join("");
const SAID = [
  "3 pages in 2 parts.",
  /^3 pages with a date, the newest of 4 Mar 2026\. 3 pages changed .* 11 of these months had none\.$/,
  "/docs/ 2 pages, last changed on 4 Mar 2026",
  "At the root 1 page, last changed on 4 Mar 2026",
  "What seems to be missing",
  ...OWN_SITEMAP.missing,
  "$0.0123 on your Gemini key",
];

/** On the website step: asks for the sitemap, and sees everything that comes back of it. */
export async function readOwnSitemap(page: Page): Promise<void> {
  const address = "**/api/onboarding/website/sitemap";
  await page.route(address, (route) =>
    route.fulfill({ contentType: "text/event-stream", body: ANSWER }),
  );
  const panel = page.getByRole("region", { name: "What your site has already" });
  const asked = page.waitForRequest(address);
  await panel.getByRole("button", { name: "Read my sitemap" }).click();
  expect((await asked).postDataJSON()).toEqual({
    url: "https://nextjs.org/docs",
    about: await page.getByLabel("What you write about").inputValue(),
  });
  for (const said of SAID) await panel.getByText(said).waitFor();
}
