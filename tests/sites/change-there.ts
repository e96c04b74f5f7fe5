import { SignJWT } from "jose";
import { z } from "zod";
import { restUrl, rootOf } from "@/lib/integrations/wordpress/rest-url";
import { openLogin, type SiteUnderTest } from "./site-under-test";

type Change = { title?: string; html?: string } | "delete";
const raw = z.object({ content: z.object({ raw: z.string() }) });
const ghost = z.object({
  posts: z.tuple([z.object({ html: z.string(), updated_at: z.string() })]),
});

/** Does what somebody does to a post in the site's own editor. `html` stands behind what is there. */
export async function changeThere(site: SiteUnderTest, id: string, change: Change): Promise<void> {
  if (site.kind === "ghost") return changeGhost(site, id, change);
  const root = rootOf(await openLogin(site));
  const headers = { ...logIn(site), "content-type": "application/json" };
  const url = restUrl(root, `wp/v2/posts/${id}`, { context: "edit" });
  if (change === "delete") return expectFine(await fetch(url, { method: "DELETE", headers }));
  const old = raw.parse(await (await fetch(url, { headers })).json());
  const { title, html } = change;
  const body = JSON.stringify({
    ...(title ? { title } : {}),
    ...(html ? { content: `${old.content.raw}\n\n${html}` } : {}),
  });
  return expectFine(await fetch(url, { method: "POST", headers, body }));
}

async function changeGhost(site: SiteUnderTest, id: string, change: Change): Promise<void> {
  const headers = { ...(await signIn(site.key ?? "")), "content-type": "application/json" };
  const url = `${site.url}/ghost/api/admin/posts/${id}/`;
  if (change === "delete") return expectFine(await fetch(url, { method: "DELETE", headers }));
  const [old] = ghost.parse(await (await fetch(`${url}?formats=html`, { headers })).json()).posts;
  const { title, html } = change;
  const post = {
    ...(title ? { title } : {}),
    ...(html ? { html: `${old.html}${html}` } : {}),
    updated_at: old.updated_at,
  };
  const body = JSON.stringify({ posts: [post] });
  return expectFine(await fetch(`${url}?source=html`, { method: "PUT", headers, body }));
}

/** The header of WordPress's administrator. */
function logIn({ users: { admin } }: SiteUnderTest) {
  const basic = Buffer.from(`${admin?.name}:${admin?.password}`).toString("base64");
  return { authorization: `Basic ${basic}` };
}

async function signIn(key: string) {
  const [kid = "", secret = ""] = key.split(":");
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "HS256", typ: "JWT", kid })
    .setIssuedAt()
    .setExpirationTime("5m")
    .setAudience("/admin/")
    .sign(Buffer.from(secret, "hex"));
  return { authorization: `Ghost ${token}` };
}

const wordpressList = z.array(z.object({ id: z.number(), content: z.object({ raw: z.string() }) }));
const ghostList = z.object({ posts: z.array(z.object({ id: z.string(), html: z.string() })) });

/** The ids of the posts of a site that hold these words, those in its trash aside. */
export async function listThere(site: SiteUnderTest, words: string): Promise<string[]> {
  if (site.kind === "ghost") {
    const url = `${site.url}/ghost/api/admin/posts/?formats=html&limit=all&fields=id,html`;
    const answer = await fetch(url, { headers: await signIn(site.key ?? "") });
    const { posts } = ghostList.parse(await answer.json());
    return posts.filter(({ html }) => html.includes(words)).map(({ id }) => id);
  }
  const query = { search: words, status: "any", context: "edit", per_page: "100" };
  const url = restUrl(rootOf(await openLogin(site)), "wp/v2/posts", query);
  const found = wordpressList.parse(await (await fetch(url, { headers: logIn(site) })).json());
  return found.filter(({ content }) => content.raw.includes(words)).map(({ id }) => String(id));
}

async function expectFine(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`The site answered ${answer.status}: ${await answer.text()}`);
}
