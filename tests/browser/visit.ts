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

/** What the server has sent can be seen before React has taken it over, and a click does nothing until then. */
async function becomeUsable(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const parts = [...document.querySelectorAll("h1, button, input, textarea, summary")];
    const isTakenOver = (part: Element) =>
      Object.keys(part).some((key) => key.startsWith("__reactProps$"));
    return parts.length > 0 && parts.every(isTakenOver);
  });
}
