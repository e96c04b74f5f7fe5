import { expect, test } from "vitest";
import { saveEditBody } from "./edit/schema";
import { generateBody, outlineBody } from "./schema";

test("a source of one's own may be a plain string: an address is a page, anything else a note", () => {
  const sources = ["https://example.org/a?b=c", "My own words: 40 %.", { text: "A note" }];
  const body = generateBody.parse({ topic: "Caching", sources });
  expect(body.sources).toEqual([
    { url: "https://example.org/a?b=c" },
    { text: "My own words: 40 %." },
    { text: "A note" },
  ]);
  for (const bad of ["", "x".repeat(20_001), 42, null, {}])
    expect(generateBody.safeParse({ topic: "Caching", sources: [bad] }).success).toBe(false);
});

test("sections may be sent back as the document gave them, waiting or written", () => {
  const section = { id: "sec-1", heading: "One", sourceIds: ["S1"], words: 200 };
  expect(outlineBody.safeParse({ sections: [{ ...section, markdown: "" }] }).success).toBe(true);
  expect(outlineBody.safeParse({ sections: [{ ...section, markdown: "x" }] }).success).toBe(false);
  const edit = { version: 1, sections: [{ ...section, markdown: "Text." }] };
  expect(saveEditBody.safeParse(edit).success).toBe(true);
});
