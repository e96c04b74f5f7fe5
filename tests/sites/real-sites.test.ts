import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getPublisher } from "@/lib/integrations/registry";
import { openBrowser } from "../browser/open-browser";
import { holdToContract } from "./hold-to-contract";
import { OPTIONS, openLogin, type SiteUnderTest, writeArticle } from "./site-under-test";
import { TEXTS } from "./texts";

/** Written by `npm run proof:sites`: the servers that it has started. */
const sites: SiteUnderTest[] = JSON.parse(readFileSync(process.env.REAL_SITES ?? "", "utf8"));
const PICTURES = path.resolve(".data/sites");
const WIDE = [
  `\`\`\`\n${"a long line of code that no phone can hold ".repeat(6)}\n\`\`\``,
  `| ${"head | ".repeat(8)}\n|${" --- |".repeat(8)}\n| ${"some words | ".repeat(8)}`,
];
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(() => browser.close());

for (const site of sites) holdToContract(site.name, () => site);

test.each(sites)(
  "no page of $name is wider than a phone, and no sign is a picture",
  async (site) => {
    const markdown = [...TEXTS.map((text) => text.markdown), ...WIDE].join("\n\n");
    const write = {
      article: writeArticle(site.kind, { markdown }),
      timing: { as: "live" as const },
    };
    const { url } = await getPublisher(site.kind).create(await openLogin(site), write, OPTIONS);
    for (const width of [1280, 390]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(url);
      const found = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        signs: document.querySelectorAll("img.emoji[alt='↩'], img.emoji[alt='☑']").length,
      }));
      const file = `${site.name.replace(/\W+/g, "-")}-${width}.png`;
      await page.screenshot({ path: path.join(PICTURES, file), fullPage: true });
      await page.close();
      expect(found).toEqual({ width, signs: 0 });
    }
  },
);
