import type { Page } from "playwright";

/**
 * Waits until nothing of a page is on its way from one colour or place to another. In a closed
 * `<details>` a transition may stand still for ever: nothing is waited for longer than a second.
 */
export function comeToRest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const moving = document.getAnimations().map(({ finished }) => finished);
    const longest = new Promise((resolve) => setTimeout(resolve, 1_000));
    await Promise.race([Promise.allSettled(moving), longest]);
  });
}
