import { expect, test } from "vitest";
import { numberBeside } from "../text/number-beside";
import { compareShown } from "./compare-shown";

/** A comparison as its reader sees it: -gone-, +come+, marks by their numbers. */
function show(before: string, after: string, now: { passageId: string; number: number }[] = []) {
  const numbers = numberBeside(now, after, before);
  const signs = { same: "", removed: "-", added: "+" };
  return compareShown(before, after)
    .parts.map(({ kind, pieces }) => {
      const words = pieces.map((piece) =>
        "text" in piece ? piece.text : `[${numbers.get(piece.passageId)}]`,
      );
      return signs[kind] + words.join("") + signs[kind];
    })
    .join("");
}

test("a comparison shows what a reader reads: no markup, and marks by the numbers of the page", () => {
  const now = [
    { passageId: "S1.p1", number: 1 },
    { passageId: "S2.p1", number: 2 },
  ];
  expect(show("Run `next build` [^S2.p1].", "Run **next** start [^S2.p1].[^S3.p2]", now)).toBe(
    "Run next -build-+start+.[2]+[3]+",
  );
});

test("a kept citation is no change, though what came before it changes the numbers of the page", () => {
  const now = [{ passageId: "S2.p1", number: 1 }];
  expect(show("Old [^S2.p1].", "New [^S9.p9]. Old [^S2.p1].", now)).toBe("+New.[2] +Old.[1]");
  expect(
    show("Gone [^S1.p1]. Kept [^S2.p1].", "Kept [^S2.p1].", [
      { passageId: "S1.p1", number: 1 },
      { passageId: "S2.p1", number: 2 },
    ]),
  ).toBe("-Gone.[1] -Kept.[2]");
});

test("other markup for the same words is told from the same text", () => {
  expect(compareShown("A **word**", "A **word**").same).toBe("all");
  expect(compareShown("A **word**", "A word").same).toBe("words");
  expect(compareShown("A word", "A sword").same).toBe("less");
});

test("a long text is shortened to what stands around its changes", () => {
  const long = "word ".repeat(400);
  const shown = show(`${long}old ${long}`, `${long}new ${long}`);
  expect(shown).toContain("-old-+new+");
  expect(shown.length).toBeLessThan(400);
});
