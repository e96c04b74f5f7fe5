import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { getCurrentUser } from "@/lib/auth/get-current-user";
import { getSessionUser } from "@/lib/auth/get-session-user";
import { limitRequests } from "@/lib/limits/limit-requests";

/**
 * The user of a page of the product, counted once a view; a visitor without a session goes to sign
 * in, one whose account was deleted to the page that says so.
 *
 * @throws AppError `rate_limited` after 200 views and calls in a minute.
 */
export const requirePageUser = cache(async () => {
  const user = await getCurrentUser();
  if (!user) redirect((await getSessionUser()) ? "/account-deleted" : "/sign-in");
  await limitRequests(user);
  return user;
});
