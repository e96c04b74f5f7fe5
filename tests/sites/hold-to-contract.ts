import { beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { keepArticle } from "@/lib/integrations/keep-text";
import type { Login, PresentPost, Timing } from "@/lib/integrations/publisher";
import { getPublisher } from "@/lib/integrations/registry";
import { changeThere } from "./change-there";
import {
  OPTIONS,
  openLogin,
  readAsStranger,
  type SiteUnderTest,
  typeLogin,
  writeArticle,
} from "./site-under-test";
import { TEXTS } from "./texts";

const DRAFT: Timing = { as: "draft" };
const LIVE: Timing = { as: "live" };
const inAnHour = () => new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 3_600_000);
const schedule = (): Timing => ({ as: "schedule", at: inAnHour() });
const TIMINGS = { draft: () => DRAFT, live: () => LIVE, scheduled: schedule };
type State = keyof typeof TIMINGS;
const STATES = ["draft", "live", "scheduled"] as const satisfies State[];
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The code of what went wrong and the field that is to blame; "fine" when nothing did. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "fine",
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return [error.code, error.context.fields?.[0]?.field].filter(Boolean).join(" ");
    },
  );
}

/**
 * What a site of this kind does, told to a fake one and to real ones alike.
 *
 * @param only the tests that are run: all of them unless told.
 */
export function holdToContract(
  name: string,
  open: () => SiteUnderTest,
  only: "all" | "addresses" = "all",
): void {
  describe(name, () => {
    let site: SiteUnderTest;
    let login: Login;
    const publisher = () => getPublisher(site.kind);
    const write = (written: Parameters<typeof writeArticle>[1] = {}) =>
      writeArticle(site.kind, written);
    const create = (timing: Timing, article = write()) =>
      publisher().create(login, { article, timing }, OPTIONS);
    const read = async (id: string): Promise<PresentPost> => {
      const present = await publisher().read(login, id, OPTIONS);
      if (!present) throw new Error("The post is not there.");
      return present;
    };
    const update = async (id: string, timing: Timing, article = write()) =>
      publisher().update(login, { present: await read(id), article, timing }, OPTIONS);

    beforeAll(async () => {
      site = open();
      login = await openLogin(site);
    });

    test("its address is found however it is written", async () => {
      const ends = {
        wordpress: [
          "",
          "/",
          "/wp-admin/",
          "/wp-login.php",
          "/wp-admin/post.php?post=1&action=edit",
        ],
        ghost: ["", "/", "/ghost", "/ghost/#/settings", "/ghost/#/editor/post/1"],
      };
      const { siteUrl } = login;
      expect(siteUrl).toBe(site.url);
      const { id, url } = await create(LIVE);
      const pages = site.kind === "wordpress" ? [url, `${site.url}/?p=${id}`] : [];
      const bare = site.url.replace("http://", "");
      for (const typed of [...ends[site.kind].map((end) => `${site.url}${end}`), bare, ...pages])
        expect(
          (await publisher().test({ ...typeLogin(site), siteUrl: typed }, OPTIONS)).siteUrl,
          typed,
        ).toBe(site.url);
    });

    if (only === "addresses") return;

    test("a wrong login is told with the field to correct", async () => {
      const wrong = {
        ...typeLogin(site),
        secret: typeLogin({ ...site, key: `${"0".repeat(24)}:${"0".repeat(64)}` }).secret,
      };
      expect(await codeOf(publisher().test(wrong, OPTIONS))).toBe("site_login_refused secret");
      if (site.kind === "ghost") return;
      const nobody = { ...typeLogin(site), username: "nobody" };
      expect(await codeOf(publisher().test(nobody, OPTIONS))).toBe("site_login_refused secret");
      expect(await codeOf(publisher().test(typeLogin(site, "subscriber"), OPTIONS))).toBe(
        "site_login_refused username",
      );
      expect(await codeOf(publisher().test(typeLogin(site, "contributor"), OPTIONS))).toBe("fine");
    });

    test.each(STATES)(
      "a new post is %s at once, and strangers see it only when it is live",
      async (state) => {
        const timing = TIMINGS[state]();
        const article = write();
        const made = await create(timing, article);
        expect(made.state).toBe(state);
        const { at } = await read(made.id);
        if (timing.as === "schedule") expect(at).toEqual(timing.at);
        else if (state === "draft") expect(at).toBeNull();
        else expect(Math.abs((at?.getTime() ?? 0) - Date.now())).toBeLessThan(180_000);
        const page = { url: state === "live" ? made.url : `${site.url}/${article.slug}/` };
        const seen = await readAsStranger(page);
        expect(seen.html.includes("It is fast")).toBe(state === "live");
      },
    );

    test.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))(
      "from %s to %s: the same post, with the right time",
      async (from, to) => {
        const made = await create(TIMINGS[from]());
        const timing = TIMINGS[to]();
        const after = await update(made.id, timing, write({ title: "Second" }));
        expect(after).toMatchObject({ id: made.id, state: to });
        const present = await read(made.id);
        expect(present).toMatchObject({ state: to, kept: { title: "Second" } });
        if (timing.as === "schedule") expect(present.at).toEqual(timing.at);
        if (to === "live")
          expect(Math.abs((present.at?.getTime() ?? 0) - Date.now())).toBeLessThan(180_000);
        if (to === "live") expect((await readAsStranger(after)).html).toContain("It is fast");
      },
    );

    test("a time that was planned is forgotten with the plan", async () => {
      const { id } = await create(schedule());
      await update(id, DRAFT);
      const live = await update(id, LIVE);
      expect(live.state).toBe("live");
      expect(Math.abs(((await read(id)).at?.getTime() ?? 0) - Date.now())).toBeLessThan(180_000);
    });

    test("what is written reads back as what was sent, word for word", async () => {
      const markdown = TEXTS.map(({ markdown: one }) => one).join("\n\n");
      const article = write({ title: "[gallery] & <b> “Straße” 寒冷地 👩‍👩‍👧", markdown });
      const made = await create(LIVE, article);
      const sent = keepArticle(article);
      expect(made.kept.title).toBe(sent.title);
      expect(made.kept.text).toBe(sent.text);
      expect((await read(made.id)).kept).toEqual(made.kept);
    });

    test.each(TEXTS)("a stranger sees $what", async ({ markdown, seen, never, ghost }) => {
      const { html } = await readAsStranger(await create(LIVE, write({ markdown })));
      const wanted = site.kind === "ghost" ? (ghost ?? seen) : seen;
      for (const pattern of [wanted].flat()) expect(html).toMatch(pattern);
      if (never) expect(html).not.toMatch(never);
    });

    test("tags and categories are made once, excerpt and address are the author's", async () => {
      const tag = `Warm & ${Date.now()}`;
      const categories = site.kind === "wordpress" ? { categories: [tag] } : {};
      const listing = { tags: [tag, "Pumps"], excerpt: "Short & plain", ...categories };
      const slug = `own-${Date.now()}`;
      const first = await create(LIVE, write({ listing: { ...listing, slug } }));
      const second = await create(LIVE, write({ listing }));
      expect(first.url).toContain(site.url);
      const facts = await publisher().readFacts(login, OPTIONS);
      if (facts.categories) expect(facts.categories.filter((one) => one === tag)).toEqual([tag]);
      expect(await publisher().read(login, second.id, OPTIONS)).not.toBeNull();
      expect((await readAsStranger(first)).status).toBe(200);
    });

    test("two posts of one address are two posts", async () => {
      const slug = `same-${Date.now()}`;
      const [one, other] = [
        await create(LIVE, write({ slug })),
        await create(LIVE, write({ slug })),
      ];
      expect(one.id).not.toBe(other.id);
      expect(one.url).not.toBe(other.url);
    });

    test("a live post keeps its address when its slug changes", async () => {
      const made = await create(LIVE);
      expect((await update(made.id, LIVE, write({ slug: "another" }))).url).toBe(made.url);
    });

    test("a picture is put into the library, shown, and taken away", async () => {
      const picture = { name: "heat.png", type: "image/png", bytes: PICTURE };
      const ref = await publisher().upload(login, picture, OPTIONS);
      const article = write({ listing: { picture: { ref, alt: "A pump" } } });
      const { id } = await create(LIVE, article);
      expect((await update(id, LIVE, write({ listing: { picture: null } }))).state).toBe("live");
    });

    test("author, canonical address and readers are the author's choice", async () => {
      const facts = await publisher().readFacts(login, OPTIONS);
      const author = facts.authors.at(-1)?.id ?? "";
      const visibility = site.kind === "ghost" ? "members" : "private";
      expect(facts.visibilities.map(({ id }) => id)).toContain(visibility);
      const canonicalUrl = "https://example.org/original";
      const made = await create(LIVE, write({ listing: { author, visibility, canonicalUrl } }));
      expect(made.state).toBe("live");
      expect((await readAsStranger(made)).html).not.toContain("It is fast");
    });

    test("its own post is found by its marker, whatever its state, and no other", async () => {
      for (const timing of [DRAFT, LIVE, schedule()]) {
        const article = write({ slug: "found-again" });
        expect(await publisher().find(login, article, OPTIONS)).toBeNull();
        const made = await create(timing, article);
        expect(await publisher().find(login, article, OPTIONS)).toBe(made.id);
      }
    });

    test("a change of title or text there is seen, and one of neither is none", async () => {
      const made = await create(DRAFT);
      await update(made.id, LIVE, write({ title: "Mine" }));
      const before = (await read(made.id)).kept;
      await changeThere(site, made.id, { title: "Theirs" });
      expect((await read(made.id)).kept).toMatchObject({ title: "Theirs", text: before.text });
      await changeThere(site, made.id, { html: "<p>A word of theirs.</p>" });
      const now = (await read(made.id)).kept;
      expect(now.text).toContain("A word of theirs.");
      expect(now.hash).not.toBe(before.hash);
    });

    test("title and text there can stay while the rest changes", async () => {
      const made = await create(DRAFT);
      await changeThere(site, made.id, { html: "<p>A word of theirs.</p>" });
      const present = await read(made.id);
      const keeping = { present, article: write({ title: "Mine" }), timing: LIVE, keepText: true };
      const after = await publisher().update(login, keeping, OPTIONS);
      expect(after).toMatchObject({ state: "live", kept: { title: present.kept.title } });
      expect((await readAsStranger(after)).html).toContain("A word of theirs.");
    });

    test("a post that was deleted there is gone", async () => {
      const made = await create(LIVE);
      const present = await read(made.id);
      await changeThere(site, made.id, "delete");
      expect(await publisher().read(login, made.id, OPTIONS)).toBeNull();
      const unknown = site.kind === "ghost" ? "123456789012345678901234" : "99999999";
      expect(await publisher().read(login, unknown, OPTIONS)).toBeNull();
      if (site.kind === "ghost")
        expect(
          await codeOf(
            publisher().update(login, { present, article: write(), timing: LIVE }, OPTIONS),
          ),
        ).toBe("remote_post_missing");
    });

    test("what the site refuses is told in its own words", async () => {
      if (site.kind === "ghost") {
        const long = write({ title: "x".repeat(256) });
        await expect(create(LIVE, long)).rejects.toMatchObject({
          code: "site_refused_post",
          message: expect.stringContaining("exceeds maximum length of 255"),
        });
        return;
      }
      const as = async (role: "author" | "contributor", timing: Timing) =>
        publisher().create(await openLogin(site, role), { article: write(), timing }, OPTIONS);
      await expect(as("contributor", LIVE)).rejects.toMatchObject({
        code: "site_refused_post",
        message: expect.stringContaining("not allowed to publish posts"),
      });
      expect(await as("contributor", DRAFT)).toMatchObject({ state: "draft" });
      expect(await as("author", LIVE)).toMatchObject({ state: "live" });
      const facts = await publisher().readFacts(await openLogin(site, "contributor"), OPTIONS);
      expect(facts).toMatchObject({ mayPublish: false, mayUpload: false, mayAddCategories: false });
    });

    test("a login that was revoked is told apart from everything else", async () => {
      const secret = typeLogin({
        ...site,
        key: `${"0".repeat(24)}:${"0".repeat(64)}`,
        users: {},
      }).secret;
      const revoked = { ...login, secret };
      const made = publisher().create(revoked, { article: write(), timing: DRAFT }, OPTIONS);
      expect(await codeOf(made)).toBe("site_login_expired");
      const { id } = await create(DRAFT);
      expect(await codeOf(publisher().read(revoked, id, OPTIONS))).toBe("site_login_expired");
    });
  });
}
