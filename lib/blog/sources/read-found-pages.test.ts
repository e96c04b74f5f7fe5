import { expect, test } from "vitest";
import { readFoundPages } from "./read-found-pages";

test("a title is cut between characters, whatever stands where it ends", () => {
  for (const sign of ["😀", "👩‍👩‍👧‍👦", "🇩🇪", "é"]) {
    const title = `${"a".repeat(299)}${sign} and more`;
    const [page] = readFoundPages([
      { url: "https://a.org/", title, text: "Text.", highlights: [] },
    ]);
    expect(page?.title, sign).toBe(
      sign.length === 1 ? `${"a".repeat(299)}${sign}` : "a".repeat(299),
    );
  }
});
