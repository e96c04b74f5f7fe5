import { jwtVerify } from "jose";
import { answerGhostPosts, type GhostPost, ghostError } from "./fake-ghost-posts";
import { type Faults, openFaults } from "./site-faults";
import { type FakeAnswer, type FakeSite, startFakeSite } from "./start-fake-site";

/** The Admin API key of the fake site's integration: an id and a secret in hexadecimal. */
export const GHOST_KEY = `${"6489ab01cdef2345".padEnd(24, "0")}:${"5f".repeat(32)}`;
const API = "/ghost/api/admin";

/** A fake Ghost, its posts by id, and what goes wrong there next. */
export type FakeGhost = FakeSite & {
  posts: Map<string, GhostPost>;
  faults: Faults;
  /** Somebody else saves the post just before each of the next `times` updates. */
  collide: (times: number) => void;
};

/** A Ghost that speaks the wire format of the Admin API and verifies its tokens as Ghost 6 does. */
export async function startFakeGhost(): Promise<FakeGhost> {
  const posts = new Map<string, GhostPost>();
  const faults = openFaults();
  let collisions = 0;
  let home = "";
  const site = await startFakeSite(async (path, request, body) => {
    const { pathname, searchParams } = new URL(path, "http://site");
    if (!pathname.startsWith("/ghost/")) return showPage(posts, pathname);
    if (pathname === `${API}/site/`) return { status: 200, body: describeSite(home) };
    const refused = await refuseToken(request.headers.authorization);
    if (refused) return refused;
    if (pathname === `${API}/config/`) return { status: 200, body: CONFIG };
    if (pathname === `${API}/users/`) return { status: 200, body: USERS };
    if (pathname === `${API}/images/upload/`) return { status: 201, body: IMAGES };
    const [, id] = POST_PATH.exec(pathname) ?? [null, null];
    if (id === null) return ghostError(404, "Resource not found", "NotFoundError");
    const call = { method: request.method ?? "GET", id, query: searchParams, body, home };
    const post = id && request.method === "PUT" && collisions > 0 ? posts.get(id) : undefined;
    if (post) collisions -= 1;
    if (post) post.updated_at = new Date(Date.parse(post.updated_at) + 1_000).toISOString();
    return faults.answer(request, () => answerGhostPosts(posts, call));
  });
  home = site.url;
  const collide = (times: number) => {
    collisions = times;
  };
  return { ...site, posts, faults, collide };
}

const POST_PATH = /^\/ghost\/api\/admin\/posts\/(?:([0-9a-f]+)\/)?$/;
const USERS = { users: [{ id: "5f0000000000000000000001", name: "Ben" }], meta: {} };
const IMAGES = { images: [{ url: "http://site/content/images/picture.png", ref: null }] };

/** What an anonymous reader gets. */
function showPage(posts: FakeGhost["posts"], pathname: string): FakeAnswer {
  const slug = pathname.replaceAll("/", "");
  const found = [...posts.values()].find(
    (post) => post.slug === slug && post.status === "published" && post.visibility === "public",
  );
  if (found)
    return { status: 200, body: `${writeHead(found)}<h1>${found.title}</h1>${found.html}` };
  return { status: slug === "" ? 200 : 404, body: "<h1>Ben's Letters</h1>" };
}

/** Ghost writes addresses as its templates do. */
function writeHead({ canonical_url: original, og_image: picture }: GhostPost): string {
  const href = original?.replaceAll("=", "&#x3D;");
  const link = href ? `<link rel="canonical" href="${href}">` : "";
  return picture ? `${link}<meta property="og:image" content="${picture}">` : link;
}

function describeSite(url: string) {
  const looks = { logo: null, icon: null, accent_color: "#15171A", locale: "en" };
  return {
    site: { title: "Ben's Letters", description: "Thoughts", ...looks, url, version: "6.65" },
  };
}

const CONFIG = {
  config: { version: "6.65.0", environment: "production", database: "mysql8", labs: {} },
};

async function refuseToken(authorization: string | undefined): Promise<FakeAnswer | undefined> {
  const token = /^Ghost (\S+)$/.exec(authorization ?? "")?.[1];
  if (!token) return ghostError(403, "Authorization failed", "NoPermissionError");
  const [id, secret = ""] = GHOST_KEY.split(":");
  const kid = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;
  if (kid !== id) return ghostError(401, "Unknown Admin API Key", "UnauthorizedError");
  const rules = { algorithms: ["HS256"], audience: "/admin/", maxTokenAge: "5m" };
  const valid = await jwtVerify(token, Buffer.from(secret, "hex"), rules).catch(() => null);
  if (valid) return undefined;
  return ghostError(401, "Invalid token: invalid signature", "UnauthorizedError");
}
