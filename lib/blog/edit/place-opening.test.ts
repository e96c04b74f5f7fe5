import { expect, test } from "vitest";
import { hasFirstParagraph, placeOpening } from "./place-opening";

test("an opening goes above the first paragraph or takes its place, and nothing else changes", () => {
  const text = "One\ngoes on.\n\nTwo.\n\n- a\n- b";
  expect(placeOpening(text, "New.", "before")).toBe(`New.\n\n${text}`);
  expect(placeOpening(text, "New.", "replace")).toBe("New.\n\nTwo.\n\n- a\n- b");
  expect(placeOpening("One.", "New.", "replace")).toBe("New.");
  expect(placeOpening("", "New.", "replace")).toBe("New.");
});

test("what begins as anything but a paragraph is kept", () => {
  for (const text of ["- a\n- b", "### H\n\nx", "> q", "| a |\n|---|", "```\nx\n```", "1. a"]) {
    expect(hasFirstParagraph(text), text).toBe(false);
    expect(placeOpening(text, "New.", "replace")).toBe(`New.\n\n${text}`);
  }
  expect(hasFirstParagraph("**Bold** words.")).toBe(true);
  expect(hasFirstParagraph(" \n")).toBe(false);
});
