import type { Page, Response } from "playwright";

/** Waits until the server has a draft with these words: an earlier one may still be on its way. */
export function waitForDraft(page: Page, step: string, words: string): Promise<Response> {
  return page.waitForResponse(
    (answer) =>
      answer.ok() &&
      answer.url().endsWith(`/${step}/draft`) &&
      answer.request().postData()?.includes(words) === true,
  );
}
