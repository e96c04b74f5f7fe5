import { expect, test } from "vitest";
import { findSecretPage } from "./find-secret-page";
import { getPublisher } from "./registry";

const find = (kind: "wordpress" | "ghost", typed: string) =>
  findSecretPage(getPublisher(kind).card, typed);

test("the screen that makes a password or key is found from the address as it is typed", () => {
  const passwords = "/wp-admin/profile.php#application-passwords-section";
  for (const [typed, site] of [
    ["blog.example.org", "https://blog.example.org"],
    [" http://example.org/blog/wp-admin/post.php?post=1 ", "https://example.org/blog"],
    ["localhost:8080", "http://localhost:8080"],
  ] as const)
    expect(find("wordpress", typed)).toBe(`${site}${passwords}`);
  expect(find("ghost", "https://example.org/ghost/#/posts")).toBe(
    "https://example.org/ghost/#/settings/integrations",
  );
});

test("what no site is connected by leads nowhere", () => {
  for (const typed of [
    ...["", "  ", "blog", "example.", ".org", "https://", "http://a b.org", "a.org\\b"],
    ...["javascript:alert(1)", "javascript://example.org/%0aalert(1)", "data:text/html,x"],
    ...["ftp://example.org", "file:///etc/passwd", "https://anna@example.org", "a:b@example.org"],
    `${"a".repeat(5_000)}.org`,
  ])
    for (const kind of ["wordpress", "ghost"] as const)
      expect(find(kind, typed), typed).toBe(undefined);
});
