import type { Page, Response } from "playwright";

/** Opens a page and waits until it can be used. */
export async function visit(page: Page, url: string): Promise<Response | null> {
  const answer = await page.goto(url);
  await becomeUsable(page);
  return answer;
}

/** Loads a page again and waits until it can be used. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await becomeUsable(page);
}

/**
 * What the server has sent can be seen before React has taken it over, and a click does nothing until
 * then. Hidden fields, in which a height is measured, are nobody's.
 */
async function becomeUsable(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const wanted = ":is(h1, button, input, textarea, summary):not([aria-hidden=true])";
    const parts = [...document.querySelectorAll(wanted)];
    const isTakenOver = (part: Element) =>
      Object.keys(part).some((key) => key.startsWith("__reactProps$"));
    return parts.length > 0 && parts.every(isTakenOver);
  });
}
