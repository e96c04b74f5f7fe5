import "server-only";
import { z } from "zod";
import { AppError } from "../errors";
import { type GuardOptions, guardedFetch } from "../http/guarded-fetch";
import { authorize, GHOST_API, GHOST_VERSION } from "./ghost-login";
import { ghostPosts } from "./ghost-posts";
import type { Login, Publisher, TestedSite } from "./publisher";
import { parseJson, readSiteJson } from "./read-site-json";

const site = z.object({ site: z.object({ title: z.string(), version: z.string() }) });
const config = z.object({ config: z.object({ version: z.string() }) });

/** Source: docs.ghost.org/admin-api, "Token authentication". */
async function testLogin({ siteUrl, secret }: Login, options: GuardOptions): Promise<TestedSite> {
  const headers = await authorize(secret);
  if (!headers) throw refuse("An Admin API key is 24 hexadecimal digits, a colon and 64 more.");
  const start = siteUrl.replace(/\/+$/, "").replace(/\/ghost\b.*$/, "");
  const known = { name: "Ghost", options: { ...options, headers: GHOST_VERSION } };
  const found = await readSiteJson(`${start}${GHOST_API}/site/`, site, known);
  const base = found.url.slice(0, found.url.indexOf(GHOST_API));
  const answer = await guardedFetch(`${base}${GHOST_API}/config/`, { ...options, headers });
  if (answer.status >= 500) throw new AppError("site_unreachable");
  if (answer.status !== 200 || !config.safeParse(parseJson(answer.text)).success)
    throw refuse("Ghost refused this Admin API key. Copy it again, or make a new integration.");
  return { siteUrl: base };
}

function refuse(message: string): AppError {
  return new AppError("site_login_refused", {
    detail: message,
    fields: [{ field: "secret", message }],
  });
}

/** Ghost 5 or newer, through its Admin API and the key of a custom integration. */
export const ghost = {
  card: {
    kind: "ghost",
    name: "Ghost",
    site: { label: "Admin address", placeholder: "https://blog.example.org" },
    username: null,
    secret: { label: "Admin API key", placeholder: "24 hexadecimal digits : 64 more" },
    steps: [
      "In Ghost Admin open Settings → Integrations.",
      "Choose “Add custom integration” and name it ALwrity.",
      "Copy the Admin API key and paste it here.",
    ],
  },
  test: testLogin,
  ...ghostPosts,
} as const satisfies Publisher;
