import { afterAll, expect, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { EXPORT_FORMATS } from "@/lib/export/schema";
import { countWords } from "@/lib/text/count-words";
import { collectEvents, fold } from "../world/posts/read-events";
import { shareProduction } from "../world/servers/share-production";
import { saveKeys } from "../world/servers/start-production";
import { waitUntil } from "../world/wait-until";

const WORDS = 10_000;
const server = shareProduction();
afterAll(() => server.stop());

/** What about each heading the post is to be about: as many as an outline may have. */
const ANGLES = [
  ...["Requests", "Pages", "Data", "Fonts", "Images", "Tags", "Paths", "Time", "Routes"],
  ...["Servers", "Browsers", "Deployments"],
];

test("a post of ten thousand words is planned by its headings, streamed, saved and exported whole", async () => {
  const tester = server.tester();
  await saveKeys(tester);
  const asked = { topic: "Caching in Next.js", wordCount: 5_000, approveOutline: true };
  const { id }: Post = await (await tester.call("POST", "/api/blog/generate", asked)).json();
  const path = `/api/blog/posts/${id}`;
  const read = async (): Promise<Post> => (await tester.call("GET", path)).json();
  await waitUntil("the outline", async () => (await read()).status === "waiting");

  const words = Math.ceil(WORDS / ANGLES.length);
  const sections = ANGLES.map((angle) => ({ heading: `${angle} and caching in Next.js`, words }));
  expect((await tester.call("POST", `${path}/outline`, { sections })).status).toBe(202);
  const events = collectEvents(await tester.call("GET", `${path}/events`));
  const post = await waitUntil("the end", async () => {
    const now = await read();
    return now.finishedAt !== null && now;
  });

  expect(post).toMatchObject({ status: "ready" });
  expect(post.document.sections.map(({ heading }) => heading)).toEqual(
    sections.map(({ heading }) => heading),
  );
  const written = post.document.sections.map(({ markdown }) => countWords(markdown));
  expect(Math.min(...written)).toBeGreaterThan(words / 2);
  expect(written.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(WORDS * 0.9);
  expect(fold(asked.topic, await events)).toEqual(post.document);

  const [first, ...others] = post.document.sections;
  const edited = [{ ...first, markdown: `Begun anew. ${first?.markdown}` }, ...others];
  const body = { version: post.version, title: post.document.title, sections: edited };
  const saved = await tester.call("PATCH", path, { ...body, reason: "typing" });
  expect(saved.status, await saved.clone().text()).toBe(200);
  for (const format of EXPORT_FORMATS) {
    const file = await tester.call("GET", `${path}/export?format=${format}`);
    expect.soft([format, file.status]).toEqual([format, 200]);
    expect.soft((await file.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  }
});
