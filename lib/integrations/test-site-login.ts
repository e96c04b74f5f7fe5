import "server-only";
import type { UserId } from "../auth/user-id";
import { requireConfig } from "../config/config";
import { limitKeyChecks } from "../limits/limit-requests";
import type { Login, TestedSite } from "./publisher";
import { getPublisher } from "./registry";
import type { PublisherKind } from "./schema";

/**
 * Tests a login on its site. A site on this computer may be tested in development only.
 *
 * @throws AppError as `Publisher.test`; `rate_limited` after 10 tests in a minute, or the form would
 *   try passwords.
 */
export async function testSiteLogin(
  user: UserId,
  kind: PublisherKind,
  login: Login,
): Promise<TestedSite> {
  await limitKeyChecks(user, 1);
  const allowLoopback = requireConfig().mode === "development";
  return getPublisher(kind).test(login, { allowLoopback });
}
