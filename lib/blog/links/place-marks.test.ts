import { expect, test } from "vitest";
import { splitSentences } from "../claims/split-sentences";
import { placeMarks } from "./place-marks";

const place = (markdown: string, ...marks: [sentence: number, passageId: string][]) => {
  const sentences = splitSentences(markdown);
  const placed = marks.map(([index, passageId]) => {
    const { start = 0, end = 0 } = sentences[index] ?? {};
    return { start, end, passageId };
  });
  return placeMarks(markdown, placed);
};

test("a mark stands behind its sentence, before the stop, whatever stands there already", () => {
  expect(place("One. Two.", [0, "S4.p1"])).toBe("One [^S4.p1]. Two.");
  expect(place("One [^S1.p1]. Two?", [0, "S4.p1"])).toBe("One [^S1.p1] [^S4.p1]. Two?");
  expect(place("One. [^S1.p1] Two", [1, "S4.p1"])).toBe("One. [^S1.p1] Two [^S4.p1]");
  expect(place("He said “yes.” Two.", [0, "S4.p1"])).toBe("He said “yes [^S4.p1].” Two.");
  expect(place("一句话。第二句。", [0, "S4.p1"])).toBe("一句话 [^S4.p1]。第二句。");
});

test("several marks stand in their own places, two of one sentence side by side, none twice", () => {
  expect(place("One. Two.\n\n- Three!", [2, "S5.p1"], [0, "S4.p1"])).toBe(
    "One [^S4.p1]. Two.\n\n- Three [^S5.p1]!",
  );
  expect(place("One.", [0, "S4.p1"], [0, "S5.p2"])).toBe("One [^S4.p1] [^S5.p2].");
  expect(place("One [^S4.p1].", [0, "S4.p1"])).toBe("One [^S4.p1].");
  expect(placeMarks("", [])).toBe("");
});
