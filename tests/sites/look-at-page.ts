import type { Nodes } from "hast";
import type { Browser, Page } from "playwright";

/** What of a page is wrong at some width; all of it empty where nothing is. */
export type Look = {
  /** How many pixels it is wider than its window. */
  tooWide: number;
  /** Signs of ours that the site shows as pictures. */
  signs: number;
  /** Elements that were sent, and of which fewer are there. */
  stripped: string[];
  /** Marks that lead to no note, and notes that lead back to no mark. */
  broken: number;
};
/** Elements that say something; which paragraphs stand in a quotation or an item, sites say differently. */
const SAYING = "h2 h3 strong em del code pre ul ol li blockquote table th td hr a sup".split(" ");
const CONTENT = ".entry-content, .gh-content";

/** A window of an anonymous reader who is offered nothing but the site itself. */
export async function openWindow(browser: Browser, site: string, width: number): Promise<Page> {
  const tab = await browser.newPage({ viewport: { width, height: 1_200 } });
  const { origin } = new URL(site);
  await tab.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
  return tab;
}

/** Opens a live post in a window, takes a picture of it into `file`, and looks at it. */
export async function lookAtPage(
  tab: Page,
  { url, sent, file }: { url: string; sent: Nodes; file: string },
): Promise<Look> {
  await tab.goto(url);
  const seen = await tab.evaluate(
    ([content, names]) => {
      const root = document.querySelector(content);
      const links = [...(root?.querySelectorAll("a[href^='#']") ?? [])];
      const leads = (link: Element) =>
        document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
      return {
        wider: document.documentElement.scrollWidth - window.innerWidth,
        signs: document.querySelectorAll("img.emoji[alt='↩'], img.emoji[alt='☑']").length,
        counts: names.map((name) => root?.querySelectorAll(name).length ?? 0),
        broken: links.filter((link) => leads(link) === null).length,
      };
    },
    [CONTENT, SAYING] as const,
  );
  await tab
    .locator(CONTENT)
    .first()
    .evaluate((content) => content.scrollIntoView());
  await tab.screenshot({ path: file, type: "jpeg", quality: 60 });
  const wanted = countElements(sent);
  const stripped = SAYING.filter((name, at) => (wanted.get(name) ?? 0) > (seen.counts[at] ?? 0));
  return { tooWide: Math.max(0, seen.wider), signs: seen.signs, stripped, broken: seen.broken };
}

function countElements(node: Nodes, counts = new Map<string, number>()): Map<string, number> {
  if (node.type === "element") counts.set(node.tagName, (counts.get(node.tagName) ?? 0) + 1);
  if ("children" in node) for (const child of node.children) countElements(child, counts);
  return counts;
}
