import "server-only";
import { SignJWT } from "jose";
import { z } from "zod";
import { AppError } from "../errors";
import { type GuardOptions, guardedFetch } from "../http/guarded-fetch";
import type { Login, Publisher, TestedSite } from "./publisher";
import { parseJson, readSiteJson } from "./read-site-json";

const API = "/ghost/api/admin";
const VERSION = { "accept-version": "v5.0" };
const KEY = /^([0-9a-f]{24}):((?:[0-9a-f]{2}){32})$/;

const site = z.object({ site: z.object({ title: z.string(), version: z.string() }) });
const config = z.object({ config: z.object({ version: z.string() }) });

/** Source: docs.ghost.org/admin-api, "Token authentication". */
async function testLogin({ siteUrl, secret }: Login, options: GuardOptions): Promise<TestedSite> {
  const parts = KEY.exec(secret.open());
  if (!parts?.[1] || !parts[2])
    throw refuse("An Admin API key is 24 hexadecimal digits, a colon and 64 more.");
  const start = siteUrl.replace(/\/+$/, "").replace(/\/ghost\b.*$/, "");
  const known = { name: "Ghost", options: { ...options, headers: VERSION } };
  const found = await readSiteJson(`${start}${API}/site/`, site, known);
  const base = found.url.slice(0, found.url.indexOf(API));
  const authorization = `Ghost ${await signToken(parts[1], parts[2])}`;
  const answer = await guardedFetch(`${base}${API}/config/`, {
    ...options,
    headers: { ...VERSION, authorization },
  });
  if (answer.status >= 500) throw new AppError("site_unreachable");
  if (answer.status !== 200 || !config.safeParse(parseJson(answer.text)).success)
    throw refuse("Ghost refused this Admin API key. Copy it again, or make a new integration.");
  return { siteUrl: base };
}

/** A token of five minutes, signed with the second half of the key, which never travels. */
function signToken(id: string, secret: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "HS256", typ: "JWT", kid: id })
    .setIssuedAt()
    .setExpirationTime("5m")
    .setAudience("/admin/")
    .sign(Buffer.from(secret, "hex"));
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
} as const satisfies Publisher;
