import { expect, test } from "vitest";
import { isLightToDraw } from "./weigh-drawing";

const light = (...texts: string[]) => isLightToDraw(texts.map((markdown) => ({ markdown })));
const fill = (piece: string, letters = 59_000) => piece.repeat(Math.ceil(letters / piece.length));

test("what people write is drawn by the server, however long", () => {
  const words = fill("A sentence with **weight** and [a link](https://example.org/a). ", 60_000);
  expect(light("")).toBe(true);
  expect(light(fill("Zwölf Wörter "), "寒冷地の暖房は".repeat(1_000))).toBe(true);
  expect(light(words)).toBe(true);
  expect(light(fill(`${"word ".repeat(20)}[^S1.p1] `, 60_000))).toBe(true);
  expect(light(fill("| a | b | c |\n", 20_000))).toBe(true);
});

test.each([
  "*_",
  "[^S1.p1]",
  "[a](b) ",
  "|a",
  "`x` ",
  "~~a~~",
  "![](x)",
  "<b>",
  "[^S1.p1, S2.p1] ",
])("a text of nothing but %s is left to the browser, in one section and in many", (piece) => {
  expect(light(fill(piece), fill(piece))).toBe(false);
  expect(light(...Array.from({ length: 40 }, () => fill(piece, 3_000)))).toBe(false);
});

test("as is one of more words than a book", () => {
  expect(light(...Array.from({ length: 10 }, () => fill("words ")))).toBe(false);
});
