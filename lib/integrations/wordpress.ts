import "server-only";
import { z } from "zod";
import { AppError } from "../errors";
import { type GuardOptions, guardedFetch } from "../http/guarded-fetch";
import type { Login, Publisher, TestedSite } from "./publisher";
import { parseJson, readSiteJson } from "./read-site-json";
import { authorize, wordpressPosts } from "./wordpress-posts";

const root = z.object({ namespaces: z.array(z.string()).refine((all) => all.includes("wp/v2")) });
/** With `context=edit` a user sees what they themselves may do. */
const me = z.object({ id: z.number(), capabilities: z.record(z.string(), z.unknown()).optional() });
const refusal = z.object({ code: z.string() });

/** Source: developer.wordpress.org/rest-api, "Discovery" and "Application Passwords". */
async function testLogin(
  { siteUrl, username, secret }: Login,
  options: GuardOptions,
): Promise<TestedSite> {
  if (!username) throw refuse("username", "Enter the WordPress user.");
  const start = siteUrl.replace(/\/+$/, "").replace(/\/wp-(admin|login|json)\b.*$/, "");
  const found = await readSiteJson(`${start}/wp-json/`, root, { name: "WordPress", options });
  const site = found.url.replace(/\/wp-json\/?$/, "");
  const answer = await guardedFetch(`${site}/wp-json/wp/v2/users/me?context=edit`, {
    ...options,
    headers: authorize({ username, secret }),
  });
  if (answer.status >= 500) throw new AppError("site_unreachable");
  const user = me.safeParse(parseJson(answer.text));
  if (answer.status !== 200 || !user.success) throw explain(answer.text);
  if (user.data.capabilities?.edit_posts !== true)
    throw refuse("username", "This WordPress user may not write posts. Choose another.");
  return { siteUrl: site };
}

function explain(text: string): AppError {
  const code = refusal.safeParse(parseJson(text)).data?.code;
  if (code === "invalid_username" || code === "invalid_email")
    return refuse("username", "WordPress knows no such user.");
  if (code === "rest_not_logged_in")
    return refuse(
      "secret",
      "The site's server dropped the login. It must pass the Authorization header on.",
    );
  return refuse("secret", "WordPress refused this application password. Make a new one.");
}

function refuse(field: string, message: string): AppError {
  return new AppError("site_login_refused", { detail: message, fields: [{ field, message }] });
}

/** WordPress 5.6 or newer, through its REST interface and an application password. */
export const wordpress = {
  card: {
    kind: "wordpress",
    name: "WordPress",
    site: { label: "Site address", placeholder: "https://blog.example.org" },
    username: { label: "User", placeholder: "anna" },
    secret: { label: "Application password", placeholder: "xxxx xxxx xxxx xxxx xxxx xxxx" },
    steps: [
      "In WordPress open Users → Profile.",
      "Under “Application Passwords” enter the name ALwrity and choose “Add”.",
      "Copy the password and paste it here. It is not your login password.",
    ],
  },
  test: testLogin,
  ...wordpressPosts,
} as const satisfies Publisher;
