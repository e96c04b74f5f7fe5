import { expect, test } from "vitest";
import { buildPost } from "@/tests/world/posts/any-post";
import { getExporter } from "./registry";

const SECTIONS = [{ id: "sec-1", heading: "寒冷地の暖房", sourceIds: [], markdown: "暖かい。" }];

test("front matter says what site generators ask for, and quotes whatever could be YAML", async () => {
  const seo = { keyword: "", title: "", titles: [], slug: "heat-pumps", tags: ["a: b", "#c"] };
  const post = buildPost({
    ...{ title: 'On: "heat" & [cold]\n--- #1', sections: SECTIONS },
    seo: { ...seo, description: "" },
  });
  const markdown = String(await getExporter("md").write(post, "front"));
  expect(markdown).toMatch(
    /^---\ntitle: "On: \\"heat\\" & \[cold\] --- #1"\nslug: "heat-pumps"\ndate: "2026-05-04T08:00:00.000Z"\nlastmod: "[^"]+"\n(lang: "\w+"\n)?tags: \["a: b","#c"\]\n---\n\n## 寒冷地の暖房\n/,
  );
});

test("the original's address and the picture of shared links stand in the front matter, the author's before the site's", async () => {
  const seo = { keyword: "", title: "", titles: [], slug: "heat", tags: [], description: "" };
  const picture = { url: "https://example.org/heat.jpg", alt: "A pump" };
  const post = buildPost({
    sections: SECTIONS,
    seo: { ...seo, canonical: "https://example.org/original", picture },
  });
  const markdown = String(
    await getExporter("md").write(post, "front", "https://site.example/heat"),
  );
  expect(markdown).toContain(
    '\ncanonical: "https://example.org/original"\nimage: "https://example.org/heat.jpg"\nimage_alt: "A pump"\n',
  );
});

test("where a post is to be read stands in its front matter and at the head of its page", async () => {
  const address = "https://example.org/heat?a=1&b=2";
  const markdown = String(
    await getExporter("md").write(buildPost({ sections: SECTIONS }), "front", address),
  );
  expect(markdown).toContain(`\ncanonical: "${address}"\n`);
  const html = String(
    await getExporter("html").write(buildPost({ sections: SECTIONS }), "whole", address),
  );
  expect(html).toContain('<link rel="canonical" href="https://example.org/heat?a=1&amp;b=2">');
});
