import { expect, test } from "vitest";
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
