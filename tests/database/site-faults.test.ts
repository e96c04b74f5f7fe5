import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { AppError, errorRow } from "@/lib/errors";
import { connectIntegration } from "@/lib/integrations/connect-integration";
import { listIntegrations } from "@/lib/integrations/list-integrations";
import type { PublisherKind } from "@/lib/integrations/schema";
import { publishPost } from "@/lib/publish/publish-post";
import { readPresent } from "@/lib/publish/read-present";
import { type PublishInput, publishBody } from "@/lib/publish/schema";
import { changeThere } from "../sites/change-there";
import type { SiteUnderTest } from "../sites/site-under-test";
import { clerkUser } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { insertReadyPost } from "../world/posts/insert-ready-post";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";
import { type FakeGhost, GHOST_KEY, startFakeGhost } from "../world/sites/fake-ghost";
import { type FakeWordpress, startFakeWordpress } from "../world/sites/fake-wordpress";
import { WORDPRESS_USER } from "../world/sites/fake-wordpress-users";
import type { Fault } from "../world/sites/site-faults";

setUpDatabase();
let wordpress: FakeWordpress;
let ghost: FakeGhost;
const POSTS = scaled(50);
const FAULTS = POSTS * 2;
/** A sequence that is the same in every run. */
let seed = 20_261_126;
const random = (below: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed % below;
};

beforeAll(async () => {
  process.env.DEBUG = "true";
  [wordpress, ghost] = await Promise.all([startFakeWordpress(), startFakeGhost()]);
  for (const { faults } of [wordpress, ghost]) faults.slowMs = 60;
});
afterAll(() => {
  delete process.env.DEBUG;
  for (const site of [wordpress, ghost]) site.close();
});

type Publication = { user: UserId; id: string; kind: PublisherKind; siteId: string };
const fakeOf = (kind: PublisherKind) => (kind === "ghost" ? ghost : wordpress);
const siteOf = (kind: PublisherKind): SiteUnderTest =>
  kind === "ghost"
    ? { name: kind, kind, url: ghost.url, key: GHOST_KEY, users: {} }
    : { name: kind, kind, url: wordpress.url, users: { admin: WORDPRESS_USER } };

async function open(kind: PublisherKind): Promise<Publication> {
  const user = clerkUser(`faults_${randomUUID()}`);
  const id = await insertReadyPost(user);
  const login =
    kind === "ghost"
      ? { kind, siteUrl: ghost.url, secret: GHOST_KEY }
      : {
          kind,
          siteUrl: wordpress.url,
          username: WORDPRESS_USER.name,
          secret: WORDPRESS_USER.password,
        };
  await connectIntegration(user, login);
  const [site] = await listIntegrations(user);
  return { user, id, kind, siteId: site?.id ?? "" };
}

/** The posts of this publication that the site has, those in its trash aside. */
function countThere({ id, kind }: Publication): number {
  return kind === "ghost"
    ? [...ghost.posts.values()].filter(({ html }) => html.includes(id)).length
    : [...wordpress.posts.values()].filter(
        ({ content, status }) => content.includes(id) && status !== "trash",
      ).length;
}

const ON_THE_WIRE: Fault[] = ["cuts", "vanishes", "fails", "fails-after", "is-slow", "notices"];
const KINDS = [...ON_THE_WIRE, "moved", "revoked", "deleted", "changed"] as const;

/** Tries to publish; what is said, "" when it was done. */
async function attempt(
  one: Publication,
  input: Partial<PublishInput>,
  key: string,
): Promise<string> {
  const body = publishBody.parse({ as: "live", confirm: true, ...input });
  return publishPost(one.user, one.id, body, key).then(
    () => "",
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return error.message === "" ? "" : errorRow(error.code).title;
    },
  );
}

/** What somebody does there, or what happens on the way, before a try. */
async function cause(one: Publication, fault: (typeof KINDS)[number]): Promise<void> {
  const fake = fakeOf(one.kind);
  if (fault === "moved") return fake.faults.next({ redirectTo: "http://127.0.0.1:1/" });
  if (fault === "revoked") return fake.faults.next("revoked");
  if (fault !== "deleted" && fault !== "changed") return fake.faults.next(fault);
  const present = await readPresent(one.user, one.id, one.siteId);
  const row = present.post ? findThere(one) : undefined;
  if (row)
    await changeThere(
      siteOf(one.kind),
      row,
      fault === "deleted" ? "delete" : { title: `Theirs ${seed}` },
    );
}

function findThere({ id, kind }: Publication): string | undefined {
  if (kind === "ghost") return [...ghost.posts.values()].find(({ html }) => html.includes(id))?.id;
  const found = [...wordpress.posts.values()].find(
    ({ content, status }) => content.includes(id) && status !== "trash",
  );
  return found && String(found.id);
}

test("whatever happens to a publication, it is there once in the end, and each time it is said what happened", async () => {
  const all = await Promise.all(
    Array.from({ length: POSTS }, (_, at) => open(at % 2 === 0 ? "wordpress" : "ghost")),
  );
  const said = new Map<string, number>();
  let doubled = 0;
  for (let turn = 0; turn < FAULTS; turn += 1) {
    const one = all[random(all.length)] ?? all[0];
    if (!one) throw new Error("There is no post.");
    const fault = KINDS[turn % KINDS.length] ?? "cuts";
    await cause(one, fault);
    const sentence = await attempt(one, { as: random(2) === 0 ? "live" : "draft" }, randomUUID());
    fakeOf(one.kind).faults.forget();
    said.set(`${fault}: ${sentence}`, (said.get(`${fault}: ${sentence}`) ?? 0) + 1);
    if (countThere(one) > 1) doubled += 1;
  }
  let lost = 0;
  for (const one of all) {
    const { post, gone } = await readPresent(one.user, one.id, one.siteId);
    const replaces = post ? { state: post.state, hash: post.hash } : undefined;
    const input = { ...(replaces ? { replaces } : {}), recreate: gone };
    expect(await attempt(one, input, randomUUID())).toBe("");
    if (countThere(one) !== 1) lost += 1;
  }
  const unknown = "The site did not say whether it took the post";
  for (const [line] of said) {
    const [fault = "", sentence = ""] = line.split(": ");
    if (["cuts", "vanishes", "fails", "fails-after"].includes(fault))
      expect([unknown, ...LATER]).toContain(sentence);
    if (fault === "moved") expect(["The site has moved", ...LATER]).toContain(sentence);
    if (fault === "revoked")
      expect(["The site no longer accepts the saved login", ...LATER]).toContain(sentence);
    if (fault === "notices" || fault === "is-slow") expect(["", ...LATER]).toContain(sentence);
    if (fault === "deleted")
      expect(["", "The post is no longer on the site", ...LATER]).toContain(sentence);
    if (fault === "changed") expect(["", "The post was changed on the site"]).toContain(sentence);
  }
  expect({ doubled, lost }).toEqual({ doubled: 0, lost: 0 });
  reportFigure(
    "Faults of sites at random over publications: posts that were doubled or lost",
    `0 doubled, 0 lost of ${POSTS} posts after ${FAULTS} faults of ${KINDS.length} kinds`,
  );
}, 300_000);

/** What an earlier fault has left for a later try to say. */
const LATER = ["The post was changed on the site", "The post is no longer on the site"];
