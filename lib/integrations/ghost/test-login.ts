import "server-only";
import { z } from "zod";
import { AppError } from "../../errors";
import { type GuardOptions, guardedFetch } from "../../http/guarded-fetch";
import { cleanAddress } from "../clean-address";
import type { Login, TestedSite } from "../publisher";
import { readJson } from "../read-json";
import { authorize, GHOST_API, GHOST_VERSION } from "./ghost-login";

/** Where the admin of Ghost begins. */
export const GHOST_INSIDE = "/ghost(/|$)";

const site = z.object({ site: z.object({ title: z.string(), version: z.string() }) });
const config = z.object({ config: z.object({ version: z.string() }) });
const refusal = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

/**
 * Asks a Ghost whether an Admin API key is one of its own. Source: docs.ghost.org/admin-api,
 * "Token authentication".
 *
 * @throws AppError as `Publisher.test`.
 */
export async function testLogin(
  { siteUrl, secret }: Login,
  options: GuardOptions,
): Promise<TestedSite> {
  const headers = await authorize(secret);
  if (!headers) throw refuse(describeKey(secret.open()));
  const found = await findApi(cleanAddress(siteUrl, GHOST_INSIDE), options);
  const as = { ...options, headers };
  const answer = await guardedFetch(`${found}${GHOST_API}/config/`, as);
  if (answer.status >= 500)
    throw new AppError("site_unreachable", { detail: `The site answered ${answer.status}.` });
  const body = readJson(answer.text);
  if (answer.status === 200 && config.safeParse(body).success)
    return { siteUrl: found, apiRoot: null };
  throw refuse(explain(refusal.safeParse(body).data?.errors[0]?.message));
}

/** The address that the interface of a Ghost is below, after redirects. */
async function findApi(start: string, options: GuardOptions): Promise<string> {
  const answer = await guardedFetch(`${start}${GHOST_API}/site/`, {
    ...options,
    headers: GHOST_VERSION,
  });
  if (answer.status >= 500)
    throw new AppError("site_unreachable", { detail: `The site answered ${answer.status}.` });
  if (answer.status === 200 && site.safeParse(readJson(answer.text)).success)
    return answer.url.slice(0, answer.url.lastIndexOf(GHOST_API));
  const detail = /^(401|403|429)$/.test(String(answer.status))
    ? `Something in front of the site, such as a firewall, answered ${answer.status} instead of Ghost. Let /ghost/api/ through there.`
    : "What answers there is not Ghost. Where the admin has an address of its own, enter that one.";
  throw new AppError("site_not_recognised", {
    detail,
    fields: [{ field: "siteUrl", message: detail }],
  });
}

function describeKey(key: string): string {
  return /^[0-9a-f]{26}$/i.test(key.trim())
    ? "This is the Content API key, which may only read. Copy the Admin API key below it."
    : "An Admin API key is 24 hexadecimal digits, a colon and 64 more.";
}

function explain(message: string | undefined): string {
  if (message === undefined || /Unknown Admin API Key|Invalid token/i.test(message))
    return "Ghost does not know this Admin API key. Copy it again, or make a new integration.";
  return `Ghost said: “${message}”`;
}

function refuse(message: string): AppError {
  return new AppError("site_login_refused", {
    detail: message,
    fields: [{ field: "secret", message }],
  });
}
