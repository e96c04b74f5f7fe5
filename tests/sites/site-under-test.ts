import type { Login, SitePost } from "@/lib/integrations/publisher";
import { getPublisher } from "@/lib/integrations/registry";
import type { PublisherKind, SiteListing } from "@/lib/integrations/schema";
import { listLinks } from "@/lib/markdown/list-links";
import { describeArticle } from "@/lib/publish/describe-article";
import { Secret } from "@/lib/secret";
import { buildPost } from "../world/posts/any-post";

/** The roles that a contract needs a user of; Ghost's key has one role. */
export type SiteRole = "admin" | "author" | "contributor" | "subscriber";
/** A site of either kind, a fake one or a real one, as the contract sees it. */
export type SiteUnderTest = {
  name: string;
  kind: PublisherKind;
  url: string;
  /** Of WordPress, by role. */
  users: Partial<Record<SiteRole, { name: string; password: string }>>;
  /** Of Ghost. */
  key?: string;
};
export const OPTIONS = { allowLoopback: true };

/** What a user of the site types into the form. */
export function typeLogin(site: SiteUnderTest, role: SiteRole = "admin"): Login {
  const user = site.users[role];
  const secret = new Secret(site.kind, site.key ?? user?.password ?? "");
  return { siteUrl: site.url, apiRoot: null, username: user?.name ?? null, secret };
}

/** A login after its test, as it is saved. */
export async function openLogin(site: SiteUnderTest, role: SiteRole = "admin"): Promise<Login> {
  const login = typeLogin(site, role);
  return { ...login, ...(await getPublisher(site.kind).test(login, OPTIONS)) };
}

/** What is particular about a post. */
export type Written = {
  title?: string;
  markdown?: string;
  slug?: string;
  marker?: string;
  description?: string;
  tags?: string[];
  listing?: SiteListing;
  canonical?: string;
  picture?: { url: string; alt: string };
};
const CITATION = {
  ...{ sectionId: "sec-1", passageId: "S1.p1", sourceId: "S1", title: "Docs", quote: "Fast." },
  url: "https://example.org/docs",
};
let made = 0;

/** A post of one section as a site is given it, with an address of its own. */
export function writeArticle(kind: PublisherKind, written: Written = {}) {
  made += 1;
  const own = `contract-${Date.now()}-${made}`;
  const { title = `Heat & <cold> ${made}`, markdown = "It is fast [^S1.p1]." } = written;
  const { description = 'What "heat" is', tags = ["Heat & cold", "Pumps"], listing = {} } = written;
  const seo = { keyword: "heat", title: "Heat for search engines", titles: [], description, tags };
  const post = buildPost({
    title,
    sections: [{ id: "sec-1", heading: "One", sourceIds: ["S1"], markdown }],
    citations: [CITATION],
    links: listLinks(markdown),
    seo: {
      ...seo,
      slug: written.slug ?? own,
      canonical: written.canonical,
      picture: written.picture,
    },
  });
  const marker = written.marker ?? crypto.randomUUID();
  return { ...describeArticle(post, getPublisher(kind), listing), marker };
}

/** Where themes put the text of a post. */
const CONTENT =
  /<(?:div|section)[^>]*(?:entry-content|gh-content)[\s\S]*?(?=<\/main>|<footer|<\/article>)/;

/** What an anonymous reader gets at the address of a live post: the status, the HTML of its text, and the whole page. */
export async function readAsStranger({ url }: Pick<SitePost, "url">) {
  const answer = await fetch(url);
  const page = await answer.text();
  return { status: answer.status, html: CONTENT.exec(page)?.[0] ?? page, page };
}
