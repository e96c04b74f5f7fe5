import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  OPTIONS,
  openLogin,
  type SiteUnderTest,
  writeArticle,
} from "@/tests/sites/site-under-test";
import { type FakeGhost, GHOST_KEY, startFakeGhost } from "@/tests/world/sites/fake-ghost";
import { type FakeWordpress, startFakeWordpress } from "@/tests/world/sites/fake-wordpress";
import { WORDPRESS_USER } from "@/tests/world/sites/fake-wordpress-users";
import type { Fault } from "@/tests/world/sites/site-faults";
import { type FakeSite, startFakeSite } from "@/tests/world/sites/start-fake-site";
import { waitUntil } from "@/tests/world/wait-until";
import { AppError } from "../errors";
import type { Login, Timing } from "./publisher";
import { getPublisher } from "./registry";
import { PUBLISHER_KINDS, type PublisherKind } from "./schema";

let wordpress: FakeWordpress;
let ghost: FakeGhost;
let elsewhere: FakeSite;
const logins: Partial<Record<PublisherKind, Login>> = {};

beforeAll(async () => {
  [wordpress, ghost] = await Promise.all([startFakeWordpress(), startFakeGhost()]);
  elsewhere = await startFakeSite(() => ({ status: 200, body: {} }));
  for (const { faults } of [wordpress, ghost]) faults.slowMs = 3_000;
  for (const kind of PUBLISHER_KINDS) logins[kind] = await openLogin(siteOf(kind));
});
afterAll(() => {
  for (const site of [wordpress, ghost, elsewhere]) site.close();
});
beforeEach(() => {
  for (const site of [wordpress, ghost]) site.posts.clear();
  elsewhere.requests.length = 0;
});

const fakeOf = (kind: PublisherKind) => (kind === "ghost" ? ghost : wordpress);
const siteOf = (kind: PublisherKind): SiteUnderTest =>
  kind === "ghost"
    ? { name: kind, kind, url: ghost.url, key: GHOST_KEY, users: {} }
    : { name: kind, kind, url: wordpress.url, users: { admin: WORDPRESS_USER } };
const loginOf = (kind: PublisherKind): Login => {
  const login = logins[kind];
  if (!login) throw new Error(`Nobody has logged in on ${kind}.`);
  return login;
};
const LIVE: Timing = { as: "live" };
const options = { ...OPTIONS, timeoutMs: 30_000 };

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
  const create = (more = options, login = loginOf(kind)) =>
    publisher.create(login, { article: writeArticle(kind, { tags: [] }), timing: LIVE }, more);
  const stored = () => [...fakeOf(kind).posts.values()];

  test.each<Fault>(["fails", "cuts", "fails-after", "vanishes", "is-slow", "answers-nonsense"])(
    "what may have happened is not called a failure: it %s",
    async (fault) => {
      fakeOf(kind).faults.next(fault);
      const patience = fault === "is-slow" ? { ...options, timeoutMs: 1_500 } : options;
      expect(await codeOf(create(patience))).toBe("publish_unknown");
      if (fault !== "fails" && fault !== "cuts")
        await waitUntil("the post on the site", () => stored().length === 1);
    },
  );

  test("what PHP prints before the answer is read over", async () => {
    fakeOf(kind).faults.next("notices");
    expect(await create()).toMatchObject({ state: "live" });
  });

  test("a redirect of a write is refused: neither the post nor the login goes anywhere else", async () => {
    fakeOf(kind).faults.next({ redirectTo: `${elsewhere.url}/take` });
    expect(await codeOf(create())).toBe("site_moved");
    expect(elsewhere.requests).toEqual([]);
    expect(stored()).toEqual([]);
  });

  test("a site that is away has done nothing; a private address is not entered", async () => {
    const to = (siteUrl: string, more = options) =>
      codeOf(create(more, { ...loginOf(kind), siteUrl, apiRoot: null }));
    expect(await to("http://127.0.0.1:1")).toBe("site_unreachable");
    expect(await to("https://10.0.0.1")).toBe("address_refused");
    expect(await to(fakeOf(kind).url, { ...options, allowLoopback: false })).toBe(
      "address_refused",
    );
    expect(stored()).toEqual([]);
  });
});

test("WordPress gets words as words: no markup in titles, no shortcode, nothing embedded", async () => {
  const article = writeArticle("wordpress", {
    title: "Heat & <cold>",
    markdown:
      "With [gallery] and `a[b]`.\n\nhttps://evil.example/x\n\n```\n[gallery]\nhttps://x.org/y\n```",
  });
  await getPublisher("wordpress").create(loginOf("wordpress"), { article, timing: LIVE }, options);
  const [post] = wordpress.posts.values();
  expect(post?.title).toBe("Heat &amp; &lt;cold&gt;");
  expect(post?.excerpt).toBe("What &quot;heat&quot; is");
  expect(post?.content).toContain(
    "<p>With <span>[</span>gallery] and <code>a<span>[</span>b]</code>.</p>",
  );
  expect(post?.content).toContain("<p><span>https:</span>//evil.example/x</p>");
  expect(post?.content).toContain("<code>&#91;gallery]\nhttps:&#47;&#47;x.org/y</code>");
  expect(post?.content).toMatch(/<!-- wp:html -->\n<div data-alwrity="[\da-f-]+">/);
});

test("Ghost is told the original's address and the picture of shared links, and of none when there is none", async () => {
  const { create } = getPublisher("ghost");
  const canonical = "https://example.org/original";
  const picture = { url: "https://example.org/heat.jpg", alt: "A pump" };
  const article = writeArticle("ghost", { canonical, picture });
  await create(loginOf("ghost"), { article, timing: LIVE }, options);
  await create(loginOf("ghost"), { article: writeArticle("ghost"), timing: LIVE }, options);
  const [told, untold] = ghost.posts.values();
  const { url } = picture;
  expect(told).toMatchObject({ canonical_url: canonical, og_image: url, twitter_image: url });
  expect(untold).toMatchObject({ canonical_url: null, og_image: null, twitter_image: null });
});

test("Ghost is asked again when another save changed no word, and once only", async () => {
  const { create, read, update } = getPublisher("ghost");
  const login = loginOf("ghost");
  const article = writeArticle("ghost");
  const { id } = await create(login, { article, timing: { as: "draft" } }, options);
  const present = await read(login, id, options);
  if (!present) throw new Error("The post is not there.");
  const second = { present, article: { ...article, title: "Second" }, timing: LIVE };
  ghost.collide(1);
  expect(await update(login, second, options)).toMatchObject({ id });
  expect(ghost.posts.get(id)?.title).toBe("Second");
  expect(await codeOf(update(login, second, options))).toBe("remote_post_changed");
  const again = await read(login, id, options);
  ghost.collide(2);
  if (again)
    await expect(update(login, { ...second, present: again }, options)).rejects.toMatchObject({
      code: "site_refused_post",
      message: expect.stringContaining("Somebody else is editing this post"),
    });
});

test("a login from before roots were kept is used where most sites have theirs", async () => {
  const login = { ...loginOf("wordpress"), apiRoot: null };
  const write = { article: writeArticle("wordpress"), timing: LIVE };
  expect(await getPublisher("wordpress").create(login, write, options)).toMatchObject({
    state: "live",
  });
});
