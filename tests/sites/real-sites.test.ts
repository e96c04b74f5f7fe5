import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getPublisher } from "@/lib/integrations/registry";
import { openBrowser } from "../browser/open-browser";
import { reportFigure } from "../world/report-figure";
import { holdToContract } from "./hold-to-contract";
import { holdToSharing } from "./hold-to-sharing";
import { lookAtPage, openWindow } from "./look-at-page";
import { PAGES } from "./pages";
import { OPTIONS, openLogin, type SiteUnderTest, writeArticle } from "./site-under-test";
import { type Picture, writeContactSheet } from "./write-contact-sheet";

/** Written by `npm run proof:sites`: the servers that it has started. */
const sites: SiteUnderTest[] = JSON.parse(readFileSync(process.env.REAL_SITES ?? "", "utf8"));
const PICTURES = path.resolve(".data/sites");
const WIDTHS = [1_280, 390] as const;
/** Many pages, each opened twice. */
const LONGEST_MS = 1_800_000;
const FINE = { tooWide: 0, signs: 0, stripped: [], broken: 0 };
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(() => browser.close());

for (const site of sites) {
  holdToContract(site.name, () => site);
  holdToSharing(site.name, () => site);
}

test.each(sites)(
  "readers of $name see every post whole, in a wide window and on a phone",
  async (site) => {
    const login = await openLogin(site);
    const named = site.name.replace(/\W+/g, "-");
    const tab = await openWindow(browser, site.url);
    const taken: Picture[] = [];
    const wrong: object[] = [];
    for (const [at, { what, written }] of PAGES.entries()) {
      const article = writeArticle(site.kind, written);
      const order = { article, timing: { as: "live" as const } };
      const { url } = await getPublisher(site.kind).create(login, order, OPTIONS);
      await tab.goto(url);
      for (const width of WIDTHS) {
        const file = path.join(PICTURES, `${named}-${width}-${at}.jpg`);
        const look = await lookAtPage(tab, { sent: article.sections, width, file });
        taken.push({ name: what, file, width });
        if (!isDeepStrictEqual(look, FINE)) wrong.push({ what, width, ...look });
      }
    }
    await tab.close();
    for (const width of WIDTHS) {
      const pictures = taken.filter((one) => one.width === width);
      await writeContactSheet(browser, pictures, path.join(PICTURES, `${named}-${width}.png`));
    }
    expect(wrong).toEqual([]);
    reportFigure(
      `Posts that readers of ${site.name} see whole, each at 1280 and 390 pixels`,
      `${PAGES.length} of ${PAGES.length}`,
    );
  },
  LONGEST_MS,
);
