import { expect, test } from "vitest";
import { buildPost } from "@/tests/world/posts/any-post";
import type { Claim, PostDocument } from "../blog/schema";
import { getPublisher } from "../integrations/registry";
import { checkReadinessToPublish, isReadyToPublish } from "./check-readiness-to-publish";

const claim = (level: Claim["level"]): Claim => ({
  ...{ text: "It is so.", passageIds: ["S1.p1"], level, quote: null, reason: null },
});
const WHOLE: Partial<PostDocument> = {
  title: "Heat pumps",
  sections: [
    { id: "sec-1", heading: "One", sourceIds: [], markdown: "Text [^S1.p1]." },
    { id: "sec-2", heading: "Two", sourceIds: [], markdown: "Text." },
  ],
  citations: [
    { sectionId: "sec-1", passageId: "S1.p1", sourceId: "S1", title: "T", url: null, quote: "Q" },
  ],
  verdicts: [{ sectionId: "sec-1", dropped: 0, claims: [claim("supported"), claim("unsure")] }],
  seo: {
    ...{ keyword: "heat", title: "Heat", titles: [], description: "About heat.", tags: [] },
    slug: "heat-pumps",
  },
};
const post = (change: Partial<PostDocument> = {}) => buildPost({ ...WHOLE, ...change });
/** What does not pass, as `id severity`. */
function against(...args: Parameters<typeof checkReadinessToPublish>): string[] {
  const failed = checkReadinessToPublish(...args).filter(({ ok }) => !ok);
  return failed.map(({ id, severity }) => `${id} ${severity}`);
}

test("a whole post is ready, and each item says so in a sentence", () => {
  const items = checkReadinessToPublish(post());
  expect(items.every(({ ok }) => ok)).toBe(true);
  expect(isReadyToPublish(items)).toBe(true);
  for (const { message } of items) expect(message).toMatch(/^[A-Z].+\.$/);
});

test("what is missing blocks, and what could be better warns", () => {
  expect(against({ ...post(), status: "stopped" })).toEqual(["status blocks"]);
  expect(against({ ...post(), status: "published" })).toEqual([]);
  expect(against(post({ title: " \n" }))).toEqual(["title blocks"]);
  expect(against(post({ sections: [] }))).toContain("sections blocks");
  expect(against(post({ seo: null }))).toEqual(["seo warns"]);
  expect(against(post({ seo: null, title: "寒冷地の暖房" }))).toEqual(["seo warns"]);
  expect(against(post({ seo: null, title: "🚀!" }))).toEqual(["seo warns", "slug warns"]);
  expect(against(post({ verdicts: [] }))).toEqual(["claims warns"]);
  expect(against(post({ citations: [] }))).toEqual(["sources warns"]);
  expect(isReadyToPublish(checkReadinessToPublish(post({ seo: null, citations: [] })))).toBe(true);
});

test("a site without a place for the picture of shared links is said to be, once it was asked", () => {
  const picture = { url: "https://example.org/heat.jpg", alt: "" };
  const seo = { ...(post().document.seo ?? expect.unreachable()), picture };
  const most = getPublisher("wordpress").most;
  const limits = { site: "WordPress", most, listing: {} };
  const none = { takes: { picture: false } };
  expect(against(post({ seo }), { limits })).toEqual([]);
  expect(against(post({ seo }), { limits: { ...limits, ...none } })).toEqual(["picture warns"]);
  expect(against(post({ seo }), { limits: { ...limits, takes: { picture: true } } })).toEqual([]);
  expect(against(post(), { limits: { ...limits, ...none } })).toEqual([]);
});

test("an unwritten section is named and linked", () => {
  const sections = [
    { id: "sec-1", heading: "One", sourceIds: [], markdown: "Text." },
    { id: "sec-2", heading: "Two <b>", sourceIds: [], markdown: " \n" },
    { id: "sec-3", heading: "", sourceIds: [], markdown: "Text." },
  ];
  const item = checkReadinessToPublish(post({ sections })).find(({ id }) => id === "sections");
  expect(item).toEqual({
    ...{ id: "sections", ok: false, severity: "blocks", sectionId: "sec-2" },
    message: "Not written: “Two <b>” and 1 more.",
  });
});

test("an unsupported claim blocks until its author accepts it; those of removed sections do not count", () => {
  const verdicts = [
    { sectionId: "sec-2", dropped: 0, claims: [claim("unsupported"), claim("unsupported")] },
  ];
  const items = checkReadinessToPublish(post({ verdicts }));
  expect(items.find(({ id }) => id === "claims")).toMatchObject({
    ...{ ok: false, severity: "blocks", sectionId: "sec-2" },
    message: "2 claims are not supported by what they cite.",
  });
  expect(against(post({ verdicts }), { acceptUnsupported: true })).toEqual(["claims warns"]);
  const gone = [{ sectionId: "sec-9", dropped: 0, claims: [claim("unsupported")] }];
  expect(against(post({ verdicts: gone }))).toEqual(["claims warns"]);
});
