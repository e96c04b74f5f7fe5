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
const TITLE = ".wp-block-post-title, .entry-title, .gh-article-title";
/** As much of a page as a picture shows, in pixels. */
const TALL = 1_200;
const CONTENT = ".entry-content, .gh-content";

/** A window of an anonymous reader who is offered nothing but the site itself. */
export async function openWindow(browser: Browser, site: string): Promise<Page> {
  const tab = await browser.newPage();
  const { origin } = new URL(site);
  await tab.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
  return tab;
}

/** Looks at the live post that is open in a window of some width, and takes a picture of it into `file`. */
export async function lookAtPage(
  tab: Page,
  { sent, width, file }: { sent: Nodes; width: number; file: string },
): Promise<Look> {
  await tab.setViewportSize({ width, height: TALL });
  const seen = await tab.evaluate(
    ([content, title, names]) => {
      const root = document.querySelector(content);
      const links = [...(root?.querySelectorAll("a[href^='#']") ?? [])];
      const leads = (link: Element) =>
        document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
      (document.querySelector(title) ?? root)?.scrollIntoView();
      return {
        wider: document.documentElement.scrollWidth - window.innerWidth,
        signs: document.querySelectorAll("img.emoji[alt='↩'], img.emoji[alt='☑']").length,
        counts: names.map((name) => root?.querySelectorAll(name).length ?? 0),
        broken: links.filter((link) => leads(link) === null).length,
        bottom: Math.ceil(root?.getBoundingClientRect().bottom ?? 0),
      };
    },
    [CONTENT, TITLE, SAYING] as const,
  );
  const clip = { x: 0, y: 0, width, height: Math.min(TALL, Math.max(100, seen.bottom + 20)) };
  await tab.screenshot({ path: file, clip, type: "jpeg", quality: 60 });
  const wanted = countElements(sent);
  const stripped = SAYING.filter((name, at) => (wanted.get(name) ?? 0) > (seen.counts[at] ?? 0));
  return { tooWide: Math.max(0, seen.wider), signs: seen.signs, stripped, broken: seen.broken };
}

function countElements(node: Nodes, counts = new Map<string, number>()): Map<string, number> {
  if (node.type === "element") counts.set(node.tagName, (counts.get(node.tagName) ?? 0) + 1);
  if ("children" in node) for (const child of node.children) countElements(child, counts);
  return counts;
}
