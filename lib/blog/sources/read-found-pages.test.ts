import { expect, test } from "vitest";
import { isNew } from "./is-new";
import { readFoundPages } from "./read-found-pages";

const page = { url: "https://example.org/a", title: "A", text: "Words.", highlights: [] };

test("a page is kept with its author in plain words, where the search names one", () => {
  const found = (author: string | undefined) =>
    readFoundPages([{ ...page, author, publishedDate: undefined }]);
  expect(found("Ada <b>Lovelace</b>\n")[0]?.author).toBe("Ada Lovelace");
  expect(found("x".repeat(500))[0]?.author).toHaveLength(100);
  for (const author of [undefined, "", " ", "https://evil.example"])
    expect(found(author)[0]).not.toHaveProperty("author");
});

test.each([
  "https://www.example.org/x",
  "https://example.org/index.php?/topic/42-heat-pumps/",
  "https://example.org/?WikiWikiWeb",
  "https://example.org/index.pl?Action=Zoom;TicketID=7",
  "https://example.org/o/r/blob/x?ref=main",
  "https://example.org/#!/route/7",
  "https://example.org/docs/",
  "https://example.org/a?b=1&a=%20x+y&utm_source=z#part",
  "https://example.org/%E5%AF%92",
  "http://example.org:8080/",
])("readers are shown the page's own address: %s", (url) => {
  expect(readFoundPages([{ ...page, url }]).map((found) => found.url)).toEqual([url]);
});

test("a page is found once, however its address is spelled; pages behind routes are several", () => {
  const urls = (...all: string[]) =>
    readFoundPages(all.map((url) => ({ ...page, url }))).map(({ url }) => url);
  const first = "https://www.example.org/docs/?b=2&a=1#top";
  expect(urls(first, "https://example.org/docs?a=1&b=2&utm_source=x")).toEqual([first]);
  expect(urls("https://a.example/#!/route/7", "https://a.example/#!/route/8")).toHaveLength(2);
  expect(urls("https://name:word@a.example/b")).toEqual(["https://a.example/b"]);
});

test("a known page is not new in another spelling", () => {
  const isUnknown = isNew([{ url: "https://www.example.org/a/" }, { url: null }]);
  expect(
    ["https://example.org/a", "https://example.org/b"].map((url) => isUnknown({ url })),
  ).toEqual([false, true]);
});
