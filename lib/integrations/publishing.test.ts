import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FakeGhost, GHOST_KEY, startFakeGhost } from "@/tests/world/sites/fake-ghost";
import {
  type FakeWordpress,
  startFakeWordpress,
  WORDPRESS_CONTRIBUTOR,
  WORDPRESS_READER,
  WORDPRESS_USER,
} from "@/tests/world/sites/fake-wordpress";
import type { Fault } from "@/tests/world/sites/site-faults";
import { type FakeSite, startFakeSite } from "@/tests/world/sites/start-fake-site";
import { waitUntil } from "@/tests/world/wait-until";
import { AppError } from "../errors";
import { Secret } from "../secret";
import type { Login, SiteArticle, Timing } from "./publisher";
import { getPublisher } from "./registry";
import { PUBLISHER_KINDS, type PublisherKind } from "./schema";

let wordpress: FakeWordpress;
let ghost: FakeGhost;
let elsewhere: FakeSite;

beforeAll(async () => {
  [wordpress, ghost] = await Promise.all([startFakeWordpress(), startFakeGhost()]);
  elsewhere = await startFakeSite(() => ({ status: 200, body: {} }));
});
afterAll(() => {
  for (const site of [wordpress, ghost, elsewhere]) site.close();
});
beforeEach(() => {
  for (const site of [wordpress, ghost]) site.posts.clear();
  elsewhere.requests.length = 0;
});

const siteOf = (kind: PublisherKind) => (kind === "ghost" ? ghost : wordpress);
const options = { allowLoopback: true, timeoutMs: 2_000 };

function loginOf(kind: PublisherKind, user = WORDPRESS_USER): Login {
  const siteUrl = siteOf(kind).url;
  if (kind === "ghost") return { siteUrl, username: null, secret: new Secret(kind, GHOST_KEY) };
  return { siteUrl, username: user.name, secret: new Secret(kind, user.password) };
}

const MARKER = "0b9f3a52-6f0e-4f3c-9a53-5d2a1c0e7b11";
const ARTICLE: SiteArticle = {
  marker: MARKER,
  title: "Heat & <cold>",
  slug: "heat-and-cold",
  sections:
    '<h2>One</h2>\n<p>Text<sup><a href="#n1" id="m1">1</a></sup> with [gallery].</p>\n<p>https://evil.example/x</p>',
  notes: '<section role="doc-endnotes"><ol><li id="n1">Note</li></ol></section>',
  metaTitle: "Heat & cold for search engines",
  description: 'What "heat" is',
  tags: ["heat", "cold"],
};
const DRAFT: Timing = { as: "draft" };
const LIVE: Timing = { as: "live" };
const inAnHour = () => new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 3_600_000);

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "fine",
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return error.code;
    },
  );
}

describe.each(PUBLISHER_KINDS)("%s", (kind) => {
  const publisher = getPublisher(kind);
  const create = (timing: Timing, change: Partial<SiteArticle> = {}) =>
    publisher.create(loginOf(kind), { article: { ...ARTICLE, ...change }, timing }, options);
  const update = (id: string, timing: Timing, change: Partial<SiteArticle> = {}) =>
    publisher.update(loginOf(kind), { id, article: { ...ARTICLE, ...change }, timing }, options);
  const find = () => publisher.find(loginOf(kind), ARTICLE, options);
  const stored = () => [...siteOf(kind).posts.values()];

  test("makes a draft, puts it live, schedules it, takes it back: always the same post", async () => {
    const draft = await create(DRAFT);
    expect(draft).toMatchObject({ state: "draft", url: expect.stringContaining(draft.id) });
    const live = await update(draft.id, LIVE, { title: "Second" });
    expect(live).toEqual({ id: draft.id, state: "live", url: "http://site/heat-and-cold/" });
    const back = await update(draft.id, DRAFT);
    expect(back).toMatchObject({ id: draft.id, state: "draft" });
    const later = await update(draft.id, { as: "schedule", at: inAnHour() });
    expect(later).toMatchObject({ id: draft.id, state: "scheduled" });
    const now = await update(draft.id, LIVE);
    expect(now).toMatchObject({ id: draft.id, state: "live" });
    expect(stored()).toHaveLength(1);
  });

  test("makes a post live, or for later, at once", async () => {
    const at = inAnHour();
    expect(await create(LIVE)).toMatchObject({ state: "live" });
    expect(await create({ as: "schedule", at })).toMatchObject({ state: "scheduled" });
    const text = JSON.stringify(stored());
    expect(text).toContain(at.toISOString().slice(0, 19));
  });

  test("finds its own post by its marker, and never takes another one for it", async () => {
    expect(await find()).toBeNull();
    const other = await create(LIVE, { marker: "another-post" });
    expect(await find()).toBeNull();
    const own = await create(LIVE);
    expect(own.id).not.toBe(other.id);
    expect(await find()).toBe(own.id);
  });

  test("a post that is gone is told apart", async () => {
    expect(await codeOf(update("123456789012345678901234", LIVE))).toBe("remote_post_missing");
    const { id } = await create(DRAFT);
    siteOf(kind).posts.clear();
    expect(await codeOf(update(id, LIVE))).toBe("remote_post_missing");
  });

  test.each<Fault>(["fails", "fails-after", "vanishes", "is-slow", "answers-nonsense"])(
    "what may have happened is not called a failure: it %s",
    async (fault) => {
      siteOf(kind).faults.next(fault);
      const hasty = { ...options, timeoutMs: 150 };
      const write = { article: ARTICLE, timing: LIVE };
      expect(await codeOf(publisher.create(loginOf(kind), write, hasty))).toBe("publish_unknown");
      if (fault !== "fails") await waitUntil("the post on the site", () => stored().length === 1);
    },
  );

  test("a redirect of a write is refused: neither the post nor the login goes anywhere else", async () => {
    siteOf(kind).faults.next({ redirectTo: `${elsewhere.url}/take` });
    expect(await codeOf(create(LIVE))).toBe("site_moved");
    expect(elsewhere.requests).toEqual([]);
    expect(stored()).toEqual([]);
  });

  test("a site that is away has done nothing; a private address is not entered", async () => {
    const write = { article: ARTICLE, timing: LIVE };
    const to = (siteUrl: string, more = options) =>
      codeOf(publisher.create({ ...loginOf(kind), siteUrl }, write, more));
    expect(await to("http://127.0.0.1:1")).toBe("site_unreachable");
    expect(await to("https://10.0.0.1")).toBe("address_refused");
    expect(await to(siteOf(kind).url, { ...options, allowLoopback: false })).toBe(
      "address_refused",
    );
    expect(await to(elsewhere.url)).toBe("publish_unknown");
    expect(stored()).toEqual([]);
  });
});

test("WordPress gets words as words: no markup in titles, no shortcode, nothing embedded", async () => {
  const write = { article: ARTICLE, timing: LIVE };
  await getPublisher("wordpress").create(loginOf("wordpress"), write, options);
  const [post] = wordpress.posts.values();
  expect(post?.title).toBe("Heat &amp; &lt;cold&gt;");
  expect(post?.excerpt).toBe("What &quot;heat&quot; is");
  expect(post?.content).toContain("with &#91;gallery&#93;.");
  expect(post?.content).toContain("<p>https&#58;//evil.example/x</p>");
  expect(post?.content).toMatch(/<div data-alwrity="0b9f[\da-f-]+"><section/);
});

test("WordPress refuses in its own words", async () => {
  const write = { article: ARTICLE, timing: LIVE };
  const as = (user: typeof WORDPRESS_USER, timing: Timing) =>
    getPublisher("wordpress").create(loginOf("wordpress", user), { ...write, timing }, options);
  await expect(as(WORDPRESS_CONTRIBUTOR, LIVE)).rejects.toMatchObject({
    code: "site_refused_post",
    message: expect.stringContaining("not allowed to publish posts"),
  });
  expect(await as(WORDPRESS_CONTRIBUTOR, DRAFT)).toMatchObject({ state: "draft" });
  expect(await codeOf(as(WORDPRESS_READER, DRAFT))).toBe("site_refused_post");
  const revoked = { ...WORDPRESS_USER, password: "wrong" };
  expect(await codeOf(as(revoked, DRAFT))).toBe("site_login_expired");
});

test("a post in WordPress's trash counts as gone, and a live one keeps its address", async () => {
  const { create, update } = getPublisher("wordpress");
  const made = await create(loginOf("wordpress"), { article: ARTICLE, timing: LIVE }, options);
  const article = { ...ARTICLE, slug: "new-address" };
  await update(loginOf("wordpress"), { id: made.id, article, timing: LIVE }, options);
  const [post] = wordpress.posts.values();
  expect(post?.slug).toBe("heat-and-cold");
  if (post) post.status = "trash";
  const again = update(loginOf("wordpress"), { id: made.id, article, timing: LIVE }, options);
  expect(await codeOf(again)).toBe("remote_post_missing");
});

test("Ghost gets an editable text and its sources in a card, with title, description and tags", async () => {
  const write = { article: ARTICLE, timing: LIVE };
  await getPublisher("ghost").create(loginOf("ghost"), write, options);
  const [post] = ghost.posts.values();
  expect(post).toMatchObject({
    title: "Heat & <cold>",
    meta_title: "Heat & cold for search engines",
    meta_description: 'What "heat" is',
    custom_excerpt: 'What "heat" is',
    tags: [{ name: "heat" }, { name: "cold" }],
    html: expect.stringMatching(/<a href="#n1">1<\/a>.*<div data-alwrity="0b9f.*<li id="n1">/s),
  });
});

test("Ghost is asked again when another save was faster, and once only", async () => {
  const { create, update } = getPublisher("ghost");
  const login = loginOf("ghost");
  const { id } = await create(login, { article: ARTICLE, timing: DRAFT }, options);
  ghost.collide(1);
  const second = { id, article: { ...ARTICLE, title: "Second" }, timing: DRAFT };
  expect(await update(login, second, options)).toMatchObject({ id });
  expect(ghost.posts.get(id)?.title).toBe("Second");
  ghost.collide(2);
  await expect(update(login, second, options)).rejects.toMatchObject({
    code: "site_refused_post",
    message: expect.stringContaining("Somebody else is editing this post"),
  });
  const long = { ...ARTICLE, title: "x".repeat(256) };
  await expect(update(login, { ...second, article: long }, options)).rejects.toMatchObject({
    message: expect.stringContaining("exceeds maximum length of 255"),
  });
});
