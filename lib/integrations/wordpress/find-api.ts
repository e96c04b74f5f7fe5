import "server-only";
import { z } from "zod";
import { AppError } from "../../errors";
import type { SiteAnswer } from "../../http/guard/send-pinned";
import { type GuardOptions, guardedFetch } from "../../http/guarded-fetch";
import { readJson } from "../read-json";
import { API, readHead } from "./read-head";

const index = z.object({
  namespaces: z.array(z.string()).refine((all) => all.includes("wp/v2")),
  authentication: z.unknown(),
});
/** WordPress and its plugins name what they refuse; not all of them say it in words as well. */
const refusal = z.object({ code: z.string().regex(/^[a-z]\w+$/i) });
/** How many folders above the address are looked into, when the page does not say where its root is. */
const MOST_FOLDERS = 4;

/** Where the interface begins; `takesPasswords` is null where only those who are logged in are told. */
export type WordpressApi = { root: string; takesPasswords: boolean | null };
type Tried = { root: string; status: number; state: "open" | "closed" | "other"; body: unknown };

/**
 * Finds the REST interface of the WordPress that an address belongs to: where its pages say that it
 * is, then where it usually is. No login is sent. Source: developer.wordpress.org/rest-api, "Discovery".
 *
 * @throws AppError `site_not_recognised` with what was found instead; `site_unreachable`, `address_refused`.
 */
export async function findApi(address: string, options: GuardOptions): Promise<WordpressApi> {
  const headers = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
  const page = await guardedFetch(address, { ...options, headers, cut: true });
  const tried: Tried[] = [];
  for (const root of listRoots(page)) {
    const one = await tryRoot(root, options);
    if (one.state === "open") return { root: one.root, takesPasswords: readPasswords(one.body) };
    tried.push(one);
  }
  const closed = tried.find(({ state }) => state === "closed");
  if (closed) return { root: closed.root, takesPasswords: null };
  throw explain(page, tried);
}

async function tryRoot(root: string, options: GuardOptions): Promise<Tried> {
  const answer = await guardedFetch(root, options);
  const body = readJson(answer.text);
  const found = { root: answer.url, status: answer.status, body };
  if (answer.status === 200 && index.safeParse(body).success) return { ...found, state: "open" };
  const asksForLogin = answer.status === 401 || answer.status === 403;
  const closed = asksForLogin && refusal.safeParse(body).success;
  return { ...found, state: closed ? "closed" : "other" };
}

/** The root that a page names, or else the usual ones of its folder and of those above it. */
function listRoots(page: SiteAnswer): string[] {
  const named = readLink(page.headers.get("link") ?? "") ?? readHead(page.text);
  if (named !== undefined && URL.canParse(named, page.url)) return [new URL(named, page.url).href];
  const { origin, pathname } = new URL(page.url);
  const parts = pathname.split("/").filter(Boolean).slice(0, MOST_FOLDERS);
  const folders = parts.map((_, at) => `/${parts.slice(0, parts.length - at).join("/")}`);
  return [...folders, ""].flatMap((folder) => [
    `${origin}${folder}/wp-json/`,
    `${origin}${folder}/index.php?rest_route=/`,
  ]);
}

function readLink(header: string): string | undefined {
  const parts = [...header.matchAll(/<([^<>]*)>([^<]*)/g)];
  return parts.find(([, , rest]) => rest?.includes(API))?.[1];
}

function readPasswords(body: unknown): boolean {
  const { authentication } = index.parse(body);
  return typeof authentication === "object" && authentication !== null
    ? "application-passwords" in authentication
    : false;
}

function explain(page: SiteAnswer, tried: readonly Tried[]): AppError {
  const failed = [page, ...tried].find(({ status }) => status >= 500);
  if (failed)
    return new AppError("site_unreachable", { detail: `The site answered ${failed.status}.` });
  const blocked = tried.find(({ status }) => [401, 403, 429].includes(status));
  if (blocked) return notFound(describeBlock(page, blocked.status));
  const isWordpress = /\/wp-(content|includes)\//.test(page.text) || page.headers.has("x-pingback");
  return notFound(isWordpress ? SWITCHED_OFF : NO_WORDPRESS);
}

function describeBlock(page: SiteAnswer, status: number): string {
  if (page.status === 401)
    return "The whole site asks for a login before it shows anything. Open its REST interface first.";
  return `Something in front of the site, such as a firewall or a security plugin, answered ${status} instead of WordPress. Let /wp-json/ through for logged-in users there.`;
}

const NO_WORDPRESS = "What answers there is not WordPress, or its REST interface is switched off.";
const SWITCHED_OFF =
  "This is a WordPress, but its REST interface is switched off, often by a security plugin. Allow it for logged-in users.";

function notFound(detail: string): AppError {
  const fields = [{ field: "siteUrl", message: detail }];
  return new AppError("site_not_recognised", { detail, fields });
}
