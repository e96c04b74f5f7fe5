import path from "node:path";
import type { Browser } from "playwright";

/** A picture of a page, and how wide its window was. */
export type Picture = { name: string; file: string; width: number };

/** One picture of many, each with its name, to be looked at. */
export async function writeContactSheet(
  browser: Browser,
  pictures: Picture[],
  sheet: string,
): Promise<void> {
  const tab = await browser.newPage({ viewport: { width: 2_000, height: 1_000 } });
  const items = pictures.map(({ name, file, width }) => {
    const size = `style="width:${width > 1_000 ? 480 : 240}px"`;
    return `<figure ${size}><img ${size} src="${path.basename(file)}"><figcaption>${name}</figcaption></figure>`;
  });
  const style =
    "body{margin:8px;display:flex;flex-wrap:wrap;gap:8px;font:14px sans-serif}figure{margin:0;border:1px solid #999}";
  const folder = path.dirname(sheet);
  await tab.route("http://sheet.test/**", (route) => {
    const { pathname } = new URL(route.request().url());
    return pathname === "/"
      ? route.fulfill({
          contentType: "text/html",
          body: `<style>${style}</style>${items.join("")}`,
        })
      : route.fulfill({ path: path.join(folder, decodeURIComponent(pathname)) });
  });
  await tab.goto("http://sheet.test/");
  await tab.screenshot({ path: sheet, fullPage: true });
  await tab.close();
}
