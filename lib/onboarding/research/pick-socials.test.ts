import { expect, test } from "vitest";
import { pickSocials } from "./pick-socials";

const urls = (links: string[]) => pickSocials(links).map(({ url }) => url);

test.each([
  ["linkedin", "https://de.linkedin.com/in/anna?trk=x", "https://de.linkedin.com/in/anna"],
  ["x", "https://twitter.com/anna/status/1", "https://twitter.com/anna"],
  ["facebook", "http://www.facebook.com/anna", "https://www.facebook.com/anna"],
  ["instagram", "https://instagram.com/anna/", "https://instagram.com/anna"],
  ["youtube", "https://www.youtube.com/@anna/videos", "https://www.youtube.com/@anna"],
  ["medium", "https://medium.com/@anna/a-post-1", "https://medium.com/@anna"],
  ["substack", "https://anna.substack.com/p/a-post", "https://anna.substack.com"],
  ["github", "https://github.com/anna/repo#readme", "https://github.com/anna"],
])("an account on %s is taken without what stands behind it", (platform, link, url) => {
  expect(pickSocials(["https://example.org/", link])).toEqual([{ platform, url }]);
});

test("what shares a page, plays a film or looks like a network is no account", () => {
  expect(
    urls([
      "https://x.com/intent/post?text=a",
      "https://www.facebook.com/sharer/sharer.php",
      "https://www.instagram.com/p/abc",
      "https://www.youtube.com/watch?v=1",
      "https://www.linkedin.com/feed/",
      "https://example.org/x.com/anna",
      "https://notgithub.com/anna",
    ]),
  ).toEqual([]);
});

test("of several accounts on one platform the first counts", () => {
  expect(urls(["https://x.com/anna", "https://github.com/anna", "https://x.com/ben"])).toEqual([
    "https://x.com/anna",
    "https://github.com/anna",
  ]);
});
