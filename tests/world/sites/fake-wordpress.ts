import { answerWordpressPosts, type WordpressPost } from "./fake-wordpress-posts";
import { answerTerms, openTerms } from "./fake-wordpress-terms";
import { answerUsers, authenticate, type FakeUser, may } from "./fake-wordpress-users";
import { type Faults, openFaults } from "./site-faults";
import { type FakeSite, startFakeSite } from "./start-fake-site";
import { type FakeAnswer, NO_ROUTE, refuse } from "./wordpress-answers";

/** A fake WordPress, its posts by id, and what goes wrong there next. */
export type FakeWordpress = FakeSite & { posts: Map<number, WordpressPost>; faults: Faults };
type Addresses = "pretty" | "plain" | "subdirectory";
type Call = {
  method: string;
  route: string;
  query: URLSearchParams;
  body: string;
  type: string;
  user: FakeUser | undefined;
};

/**
 * A WordPress that speaks the REST wire format as 6.1 and 6.7 were recorded to; addresses as with
 * pretty permalinks, with plain ones, or below `/blog`.
 *
 * @param fields what its plug-ins have registered for search engines and shared links.
 */
export async function startFakeWordpress(
  addresses: Addresses = "pretty",
  fields: readonly string[] = [],
): Promise<FakeWordpress> {
  const posts = new Map<number, WordpressPost>();
  const terms = openTerms();
  const faults = openFaults();
  const base = addresses === "subdirectory" ? "/blog" : "";
  let home = "";
  const site = await startFakeSite((path, request, body) => {
    const { pathname, searchParams: query } = new URL(path, "http://site");
    const route = readRoute(pathname, query, { base, addresses });
    if (route === undefined) return showPage(posts, { pathname, query, home, addresses });
    const { method = "GET", headers } = request;
    const user = authenticate(headers.authorization);
    const call = { method, route, query, body, type: headers["content-type"] ?? "", user };
    const [, id] = /^posts(?:\/(\d+))?$/.exec(route) ?? [null, null];
    if (id === null) return answerRest(terms, call, home);
    const asked = { ...call, id: id ? Number(id) : undefined, home, fields };
    return faults.answer(request, () => answerWordpressPosts(posts, asked));
  });
  home = `${site.url}${base}`;
  return { ...site, url: home, posts, faults };
}

/** What stands behind `/wp/v2/`, "" for the root; undefined for a page. */
function readRoute(
  pathname: string,
  query: URLSearchParams,
  { base, addresses }: { base: string; addresses: Addresses },
): string | undefined {
  const [, pretty] = /^\/wp-json(\/.*)?$/.exec(pathname.slice(base.length)) ?? [];
  const asked = query.get("rest_route") ?? (pathname === `${base}/wp-json/` ? "/" : pretty);
  if (asked === undefined || (addresses === "plain" && !query.has("rest_route"))) return undefined;
  return asked.replace(/^\/(wp\/v2\/)?/, "").replace(/\/$/, "");
}

function answerRest(terms: ReturnType<typeof openTerms>, call: Call, home: string): FakeAnswer {
  const { route, query, user, method } = call;
  if (route === "") return { status: 200, body: describeRoot(home) };
  if (route.startsWith("users")) return answerUsers(route, query, user);
  if (route === "tags" || route === "categories")
    return answerTerms(terms, { ...call, taxonomy: route });
  if (/^media(\/\d+)?$/.test(route) && method === "POST") return answerMedia(call);
  return NO_ROUTE;
}

function answerMedia({ user, route, type }: Call): FakeAnswer {
  if (!user || !may(user, "upload_files"))
    return refuse(
      403,
      "rest_cannot_create",
      "Sorry, you are not allowed to create posts as this user.",
    );
  if (route !== "media") return { status: 200, body: { id: Number(route.slice(6)) } };
  if (!type.startsWith("image/"))
    return refuse(400, "rest_upload_no_content_disposition", "No Content-Disposition supplied.");
  return { status: 201, body: { id: 501, source_url: "http://site/picture.png" } };
}

type Page = { pathname: string; query: URLSearchParams; home: string; addresses: Addresses };

/** What an anonymous reader gets: a live post, the front page, or nothing; all name the REST root. */
function showPage(posts: FakeWordpress["posts"], page: Page): FakeAnswer {
  const { pathname, query, home, addresses } = page;
  const root = addresses === "plain" ? "/index.php?rest_route=/" : "/wp-json/";
  const headers = { link: `<${home}${root}>; rel="https://api.w.org/"` };
  const path = pathname.slice(new URL(home).pathname.replace(/\/$/, "").length);
  const slug = path.replaceAll("/", "");
  const found = [...posts.values()].find(
    (post) =>
      post.status === "publish" && (post.slug === slug || String(post.id) === query.get("p")),
  );
  const text = found?.content.replace(/<!-- \/?wp:.*? -->/g, "");
  const head = found ? writeHead(found.meta) : "";
  if (found) return { status: 200, headers, body: `${head}<h1>${found.title}</h1>${text}` };
  if (!pathname.startsWith(new URL(home).pathname.replace(/\/$/, "")))
    return { status: 404, body: "Not Found" };
  return slug === "" || slug === "index.php"
    ? { status: query.has("p") ? 404 : 200, headers, body: "<h1>Anna's Blog</h1>" }
    : { status: 404, ...(addresses === "plain" ? {} : { headers }), body: "<h1>Not Found</h1>" };
}

/** What the plug-ins tell in a page's head. */
function writeHead(meta: Record<string, string>): string {
  const tags = Object.entries(meta).map(([name, value]) => {
    if (name.includes("canonical"))
      return `<link rel="canonical" href="${value}" data-field="${name}">`;
    const shared = /opengraph-image|facebook_image/.test(name);
    return shared ? `<meta property="og:image" content="${value}" data-field="${name}">` : "";
  });
  return tags.join("");
}

function describeRoot(home: string) {
  const authorization = `${home}/wp-admin/authorize-application.php`;
  return {
    ...{ name: "Anna's Blog", description: "Heat and cold", url: home, home },
    ...{ gmt_offset: "0", timezone_string: "" },
    namespaces: ["oembed/1.0", "wp/v2", "wp-site-health/v1", "wp-block-editor/v1"],
    authentication: { "application-passwords": { endpoints: { authorization } } },
    routes: {},
  };
}
