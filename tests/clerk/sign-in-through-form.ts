import type { Page } from "playwright";
import type { TestUser } from "./frontend-api-state";

/** Signs in with Clerk's own form. The page shows it already; afterwards it goes where Clerk sends it. */
export async function signInThroughForm(page: Page, user: TestUser): Promise<void> {
  const next = page.getByRole("button", { name: "Continue", exact: true });
  await page.getByLabel("Email address").fill(user.email);
  await next.click();
  await page.getByLabel("Password", { exact: true }).fill(user.password);
  await next.click();
}
