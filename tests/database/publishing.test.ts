import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { getPost } from "@/lib/blog/posts/get-post";
import { connectIntegration } from "@/lib/integrations/connect-integration";
import { listIntegrations } from "@/lib/integrations/list-integrations";
import type { PublisherKind } from "@/lib/integrations/schema";
import { findAddress } from "@/lib/publish/find-address";
import { listPublications } from "@/lib/publish/list-publications";
import { publishPost } from "@/lib/publish/publish-post";
import { type PublishInput, publishBody } from "@/lib/publish/schema";
import { clerkUser } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { insertReadyPost } from "../world/posts/insert-ready-post";
import { type FakeGhost, GHOST_KEY, startFakeGhost } from "../world/sites/fake-ghost";
import { type FakeWordpress, startFakeWordpress } from "../world/sites/fake-wordpress";
import { WORDPRESS_USER } from "../world/sites/fake-wordpress-users";

const database = setUpDatabase();
let wordpress: FakeWordpress;
let ghost: FakeGhost;

beforeAll(async () => {
  process.env.DEBUG = "true";
  [wordpress, ghost] = await Promise.all([startFakeWordpress(), startFakeGhost()]);
});
afterAll(() => {
  delete process.env.DEBUG;
  wordpress.close();
  ghost.close();
});
beforeEach(() => {
  for (const site of [wordpress, ghost]) {
    site.posts.clear();
    site.requests.length = 0;
  }
});

const LOGINS = {
  wordpress: () => ({
    kind: "wordpress" as const,
    siteUrl: wordpress.url,
    username: WORDPRESS_USER.name,
    secret: WORDPRESS_USER.password,
  }),
  ghost: () => ({ kind: "ghost" as const, siteUrl: ghost.url, secret: GHOST_KEY }),
};

const RED = {
  ...{ sectionId: "sec-1", dropped: 0 },
  claims: [
    {
      text: "No.",
      passageIds: ["S1.p1"],
      level: "unsupported" as const,
      quote: null,
      reason: null,
    },
  ],
};

/** Connects a site and gives its id. */
async function connectSite(user: UserId, kind: PublisherKind): Promise<string> {
  await connectIntegration(user, LOGINS[kind]());
  const sites = await listIntegrations(user);
  return sites.find((site) => site.kind === kind)?.id ?? "";
}

const makeUser = () => clerkUser(`publisher_${randomUUID()}`);

/** A finished post of a user with both sites; WordPress is the primary one. */
async function makeReady(change: Parameters<typeof insertReadyPost>[1] = {}) {
  const user = makeUser();
  const id = await insertReadyPost(user, change);
  const sites = {
    wordpress: await connectSite(user, "wordpress"),
    ghost: await connectSite(user, "ghost"),
  };
  return { user, id, sites };
}

const order = (input: Partial<PublishInput>) =>
  publishBody.parse({ as: "draft", confirm: true, ...input });
const writes = (site: FakeWordpress | FakeGhost) =>
  site.requests.filter(({ method, path }) => method !== "GET" && path.includes("posts"));
const statuses = async (user: UserId, id: string) =>
  (await listPublications(user, id)).publications.map(({ status }) => status);
/** As if the server had been killed at this moment, more than 90 seconds ago. */
async function cutOff(postId: string, status = "pending"): Promise<void> {
  await database().sql`
    UPDATE publications SET status = ${status}, remote_id = NULL, remote_url = NULL,
      updated_at = now() - interval '91 seconds' WHERE post_id = ${postId}`;
}

test("a post goes to the primary site as a draft, then live in the same place, and its history is kept", async () => {
  const { user, id, sites } = await makeReady();
  const draft = await publishPost(user, id, order({}), null);
  expect(draft).toMatchObject({
    ...{ kind: "wordpress", siteUrl: wordpress.url, status: "draft", problem: null },
    remoteUrl: expect.stringMatching(/\/wp-admin\/post\.php\?post=\d+&action=edit$/),
  });
  expect((await getPost(user, id))?.status).toBe("ready");
  const live = await publishPost(user, id, order({ as: "live" }), null);
  expect(live).toMatchObject({ status: "live", remoteUrl: `${wordpress.url}/caching/` });
  expect(await findAddress(user, id)).toBe(`${wordpress.url}/caching/`);
  expect((await getPost(user, id))?.status).toBe("published");
  expect(wordpress.posts.size).toBe(1);
  const [stored] = wordpress.posts.values();
  expect(stored?.content).toContain('<a href="https://example.org/docs">Docs</a> — “Fast.”');
  const elsewhere = await publishPost(user, id, order({ integrationId: sites.ghost }), null);
  expect(elsewhere).toMatchObject({ kind: "ghost", status: "draft" });
  const all = await listPublications(user, id);
  expect(all.publications.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    "ghost draft",
    "wordpress live",
    "wordpress draft",
  ]);
  expect(all.sites).toMatchObject([
    { name: "WordPress", isPrimary: true, current: { status: "live" } },
    { name: "Ghost", current: { status: "draft" } },
  ]);
  await publishPost(user, id, order({ as: "draft" }), null);
  expect((await getPost(user, id))?.status).toBe("ready");
  expect(await findAddress(user, id)).toBeNull();
  const canonicalUrl = "https://example.org/first";
  const listed = { integrationId: sites.ghost, as: "live" as const, listing: { canonicalUrl } };
  await publishPost(user, id, order(listed), null);
  expect(await findAddress(user, id)).toBe(canonicalUrl);
});

test("one Idempotency-Key is one post, however often and at once it is sent", async () => {
  const { user, id } = await makeReady();
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const body = order({ as: "schedule", at });
  const all = await Promise.all(
    Array.from({ length: 8 }, () => publishPost(user, id, body, "key-1")),
  );
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(all[0]).toMatchObject({ status: "scheduled", scheduledFor: at });
  expect(writes(wordpress)).toHaveLength(1);
  await expect(publishPost(user, id, order({ as: "live" }), "key-1")).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await statuses(user, id)).toEqual(["scheduled"]);
});

test("two orders at once take turns: the second one replaces what the first one made", async () => {
  const { user, id } = await makeReady();
  wordpress.faults.next("is-slow");
  await Promise.all(["a", "b", "c"].map((key) => publishPost(user, id, order({}), key)));
  expect(wordpress.posts.size).toBe(1);
  expect(writes(wordpress).map(({ path }) => path)).toEqual([
    "/wp-json/wp/v2/posts?context=edit",
    ...Array(2).fill(`/wp-json/wp/v2/posts/${[...wordpress.posts.keys()][0]}?context=edit`),
  ]);
});

test.for(["wordpress", "ghost"] as const)(
  "a site that fails after it made the post is asked for it: no second one on %s",
  async (kind) => {
    const { user, id, sites } = await makeReady();
    const site = kind === "ghost" ? ghost : wordpress;
    for (const fault of ["fails-after", "vanishes", "answers-nonsense"] as const) {
      site.posts.clear();
      await database().sql`DELETE FROM publications WHERE post_id = ${id}`;
      site.faults.next(fault);
      const body = order({ integrationId: sites[kind], as: "live" });
      await expect(publishPost(user, id, body, "key-1")).rejects.toMatchObject({
        code: "publish_unknown",
      });
      expect(await statuses(user, id)).toEqual(["unknown"]);
      expect(site.posts.size).toBe(1);
      const again = await publishPost(user, id, body, fault === "vanishes" ? "key-2" : "key-1");
      expect(again).toMatchObject({ status: "live" });
      expect(site.posts.size).toBe(1);
    }
  },
);

test("a server that was killed between the site's answer and our row makes no second post", async () => {
  const { user, id } = await makeReady();
  await publishPost(user, id, order({ as: "live" }), "key-1");
  await cutOff(id);
  const other = await publishPost(user, id, order({ as: "live" }), "key-2");
  expect(other.status).toBe("live");
  expect(wordpress.posts.size).toBe(1);
  expect(await statuses(user, id)).toEqual(["live", "unknown"]);
  await cutOff(id);
  expect(await publishPost(user, id, order({ as: "live" }), "key-1")).toMatchObject({
    status: "live",
  });
  expect(wordpress.posts.size).toBe(1);
});

test("somebody's own post with the same address is left alone, also after a lost try", async () => {
  const { user, id } = await makeReady();
  const own = { id: 5, status: "publish", slug: "caching", title: "Mine", content: "Mine." };
  const date_gmt = "2026-01-01T00:00:00";
  const listed = { author: 9, tags: [], categories: [], featured_media: 0, meta: {} };
  wordpress.posts.set(5, { ...own, ...listed, excerpt: "", date_gmt, modified_gmt: date_gmt });
  wordpress.faults.next("fails");
  await expect(publishPost(user, id, order({ as: "live" }), null)).rejects.toMatchObject({
    code: "publish_unknown",
  });
  await publishPost(user, id, order({ as: "live" }), null);
  expect(wordpress.posts.get(5)).toMatchObject(own);
  expect(wordpress.posts.size).toBe(2);
});

test("a post that was deleted on the site is made anew only when that is asked for", async () => {
  const { user, id } = await makeReady();
  await publishPost(user, id, order({ as: "live" }), null);
  wordpress.posts.clear();
  await expect(publishPost(user, id, order({ as: "live" }), "key-1")).rejects.toMatchObject({
    code: "remote_post_missing",
  });
  expect(wordpress.posts.size).toBe(0);
  await expect(publishPost(user, id, order({ as: "live" }), "key-1")).rejects.toMatchObject({
    code: "remote_post_missing",
  });
  const anew = await publishPost(user, id, order({ as: "live", recreate: true }), null);
  expect(anew.status).toBe("live");
  await publishPost(user, id, order({ as: "live", recreate: true }), null);
  expect(wordpress.posts.size).toBe(1);
  expect(await statuses(user, id)).toEqual(["live", "live", "failed", "live"]);
});

test("a post that is not ready is not sent anywhere, and each reason is named", async () => {
  const { user, id } = await makeReady({ status: "stopped", document: { sections: [] } });
  wordpress.requests.length = 0;
  await expect(publishPost(user, id, order({}), null)).rejects.toMatchObject({
    code: "publish_not_ready",
    context: { fields: [{ field: "status" }, { field: "sections" }] },
  });
  const red = await makeReady({ document: { verdicts: [RED] } });
  wordpress.requests.length = 0;
  await expect(publishPost(red.user, red.id, order({}), null)).rejects.toMatchObject({
    code: "publish_not_ready",
    context: { fields: [{ field: "claims" }] },
  });
  expect(wordpress.requests).toEqual([]);
  expect(await statuses(red.user, red.id)).toEqual([]);
  const accepted = order({ acceptUnsupported: true });
  expect(await publishPost(red.user, red.id, accepted, null)).toMatchObject({ status: "draft" });
});

test("a login that the site no longer takes is remembered as refused", async () => {
  const { user, id, sites } = await makeReady();
  const password = WORDPRESS_USER.password;
  WORDPRESS_USER.password = "changed on the site";
  await expect(publishPost(user, id, order({}), null)).rejects.toMatchObject({
    code: "site_login_expired",
  });
  WORDPRESS_USER.password = password;
  const site = (await listIntegrations(user)).find((one) => one.id === sites.wordpress);
  expect(site?.status).toBe("invalid");
  expect(await statuses(user, id)).toEqual(["failed"]);
});

test("nobody publishes somebody else's post, nor on somebody else's site", async () => {
  const owner = await makeReady();
  const thief = await makeReady();
  for (const site of [wordpress, ghost]) site.requests.length = 0;
  const refused = { code: "not_found" };
  await expect(publishPost(thief.user, owner.id, order({}), null)).rejects.toMatchObject(refused);
  await expect(listPublications(thief.user, owner.id)).rejects.toMatchObject(refused);
  for (const integrationId of [owner.sites.wordpress, owner.sites.ghost, randomUUID()])
    await expect(
      publishPost(thief.user, thief.id, order({ integrationId }), null),
    ).rejects.toMatchObject(refused);
  const alone = makeUser();
  await expect(publishPost(alone, owner.id, order({}), null)).rejects.toMatchObject(refused);
  expect([...wordpress.requests, ...ghost.requests]).toEqual([]);
  expect(await statuses(owner.user, owner.id)).toEqual([]);
  expect(await statuses(thief.user, thief.id)).toEqual([]);
});

test("without a connected site there is nowhere to publish", async () => {
  const user = makeUser();
  const id = await insertReadyPost(user);
  await expect(publishPost(user, id, order({}), null)).rejects.toMatchObject({ code: "no_site" });
});
