import "server-only";
import { eq } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/publishing";
import type { UserId } from "../auth/user-id";
import { asUser } from "../db/as-user";
import { AppError } from "../errors";
import type { KeyStatus } from "../providers/schema";
import { openLogin } from "./open-login";
import { testSiteLogin } from "./test-site-login";

/**
 * Tests a saved login again and remembers what came of it.
 *
 * @throws AppError as `testSiteLogin` and `openLogin`, after it was remembered.
 */
export async function checkIntegration(user: UserId, id: string): Promise<void> {
  const { kind, login } = await openLogin(user, id);
  try {
    const { apiRoot } = await testSiteLogin(user, kind, login);
    await asUser(user, (tx) =>
      tx.update(integrations).set({ apiRoot }).where(eq(integrations.id, id)),
    );
  } catch (error) {
    const code = error instanceof AppError ? error.code : undefined;
    if (code !== "rate_limited")
      await remember(user, id, code === "site_login_refused" ? "invalid" : "unknown");
    throw error;
  }
  await remember(user, id, "valid");
}

async function remember(user: UserId, id: string, status: KeyStatus): Promise<void> {
  await asUser(user, (tx) =>
    tx.update(integrations).set({ status, checkedAt: new Date() }).where(eq(integrations.id, id)),
  );
}
