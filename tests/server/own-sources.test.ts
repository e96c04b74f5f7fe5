import { expect, inject, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { createTester } from "../world/tester";

const { production } = inject("servers");
const PAGE = "https://nextjs.org/docs/app/getting-started/caching";
/** As somebody copies it from a mail: shown as it is, compared without what is added. */
const GIVEN = `${PAGE}?utm_source=mail#top`;
const NOTE =
  "Our own measurements of caching: a cached page is answered in 12 milliseconds, an uncached one in 480.";

async function generate(sources: object[]): Promise<Post> {
  const tester = createTester(production.url);
  await tester.call("POST", "/api/onboarding/api-keys", tester.keys);
  const body = { topic: "Caching in Next.js", wordCount: 400, sources };
  const answer = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return answer.json();
}

test("the user's own notes and pages are sources beside the found ones, and come first", async () => {
  const post = await generate([{ title: "Measurements", text: NOTE }, { url: GIVEN }]);
  expect(post.status).toBe("ready");
  expect(post.document.sources.slice(0, 2)).toMatchObject([
    { id: "S1", url: null, title: "Measurements" },
    { id: "S2", url: GIVEN },
  ]);
  const urls = post.document.sources.map(({ url }) => url);
  expect(new Set(urls).size, "no page is a source twice").toBe(urls.length);
  expect(urls.length).toBeGreaterThan(2);
});

test("a page of the user's that cannot be read ends the run with its own sentence, before any search", async () => {
  const post = await generate([{ url: "https://nowhere.example/page" }]);
  expect(post.status).toBe("failed");
  expect(post.document.problem).toMatchObject({ code: "source_unreadable" });
  expect(post.document.queries).toEqual([]);
});
