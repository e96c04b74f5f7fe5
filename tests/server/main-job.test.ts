import { expect, inject, test } from "vitest";
import type { Post } from "@/lib/blog/schema";
import { createTester } from "../world/tester";

const { production } = inject("servers");

test("a tester saves keys, generates a post and gets it with citations to what was found", async () => {
  const tester = createTester(production.url);
  const empty = await tester.call("GET", "/api/onboarding/api-keys");
  expect(await empty.json()).toEqual({ keys: [], progress: { currentStep: 0, progress: 0 } });

  const refused = await tester.call("POST", "/api/blog/generate", { topic: "Caching in Next.js" });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    code: "key_missing",
    fixUrl: "/onboarding/api-keys",
  });

  const saved = await tester.call("POST", "/api/onboarding/api-keys", tester.keys);
  expect(saved.status, await saved.clone().text()).toBe(200);
  expect(await saved.json()).toMatchObject({ progress: { currentStep: 1 } });

  const body = { topic: "Caching in Next.js", wordCount: 600 };
  const generated = await tester.call("POST", "/api/blog/generate", body, { prefer: "wait=240" });
  expect(generated.status).toBe(200);
  expect(generated.headers.get("preference-applied")).toBe("wait=240");
  const post: Post = await generated.json();
  expect(post.status).toBe("ready");
  expect(post.document.citations.length).toBeGreaterThan(0);
  const found = new Set(post.document.sources.map(({ url }) => url));
  for (const citation of post.document.citations) expect(found).toContain(citation.url);
});
