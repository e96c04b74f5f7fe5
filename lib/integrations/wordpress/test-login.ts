import "server-only";
import { z } from "zod";
import { AppError } from "../../errors";
import { type GuardOptions, guardedFetch } from "../../http/guarded-fetch";
import { cleanAddress } from "../clean-address";
import type { Login, TestedSite } from "../publisher";
import { readJson } from "../read-json";
import { authorize } from "./authorize";
import { findApi, type WordpressApi } from "./find-api";
import { restUrl, siteOf } from "./rest-url";

/** Pages of WordPress that are not its front page. */
export const WORDPRESS_INSIDE =
  "/(wp-(admin|json|login\\.php|signup\\.php|content|includes)|xmlrpc\\.php|index\\.php)(/|$)";

/** With `context=edit` a user sees what they themselves may do. */
const me = z.object({ id: z.number(), capabilities: z.record(z.string(), z.unknown()) });

/**
 * Asks a WordPress whether a user may write posts there with an application password.
 *
 * @throws AppError as `Publisher.test`.
 */
export async function testLogin(
  { siteUrl, username, secret }: Login,
  options: GuardOptions,
): Promise<TestedSite> {
  if (!username) throw refuse("username", "Enter the WordPress user.");
  const api = await findApi(`${cleanAddress(siteUrl, WORDPRESS_INSIDE)}/`, options);
  const found = { siteUrl: siteOf(api.root), apiRoot: api.root };
  const as = { ...options, headers: authorize({ username, secret }) };
  const answer = await guardedFetch(restUrl(api.root, "wp/v2/users/me", EDITING), as);
  if (answer.status >= 500)
    throw new AppError("site_unreachable", { detail: `The site answered ${answer.status}.` });
  const user = answer.status === 200 ? me.safeParse(readJson(answer.text)).data : undefined;
  if (!user && !(await mayEdit(api, as))) throw explain(api, answer.status);
  if (user && user.capabilities.edit_posts !== true)
    throw refuse("username", "This WordPress user may not write posts. Choose another.");
  return found;
}

const EDITING = { context: "edit" };

/** Plugins that hide users hide oneself as well: then posts are asked for as only a writer sees them. */
async function mayEdit({ root }: WordpressApi, options: GuardOptions): Promise<boolean> {
  const url = restUrl(root, "wp/v2/posts", { ...EDITING, per_page: "1", _fields: "id" });
  const answer = await guardedFetch(url, options);
  return answer.status === 200 && Array.isArray(readJson(answer.text));
}

function explain({ takesPasswords }: WordpressApi, status: number): AppError {
  if (takesPasswords === false)
    return refuse(
      "secret",
      "Application passwords are switched off on this site, by a security plugin or because it has no https. Allow them there first.",
    );
  if (status === 401 || status === 403) return refuse("secret", WRONG);
  return refuse("secret", `The site answered ${status} when it was asked for this user.`);
}

/** WordPress answers a wrong user, a wrong password and a login that never reached it alike. */
const WRONG =
  "The user name or the application password is wrong; it is not the password you log in with. If both are right, the site's server drops the Authorization header and must pass it on.";

function refuse(field: string, message: string): AppError {
  return new AppError("site_login_refused", { detail: message, fields: [{ field, message }] });
}
