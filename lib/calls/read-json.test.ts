import { expect, test } from "vitest";
import { readJson } from "./read-json";

const VALUE = { title: 'A "quoted" {brace}', queries: ["q"] };
const JSON_TEXT = JSON.stringify(VALUE);

test.each([
  JSON_TEXT,
  `\`\`\`json\n${JSON_TEXT}\n\`\`\``,
  `${JSON_TEXT}${JSON_TEXT}`,
  `${JSON_TEXT}\n${JSON_TEXT}`,
  `Here is what you've asked for:\n${JSON_TEXT}\nAnything else?`,
  `Use {curly braces} so: ${JSON_TEXT}`,
  JSON.stringify(JSON_TEXT),
  JSON.stringify([VALUE]),
])("the object is found in %s", (text) => {
  expect(readJson(text)).toContainEqual(VALUE);
});

test("prose and what is cut off hold no object", () => {
  for (const text of ["", "No object here.", "{", JSON_TEXT.slice(0, -1), "{".repeat(10_000)])
    expect(readJson(text)).toEqual([]);
});
