import { expect, test } from "vitest";
import { cleanOpening } from "./clean-opening";

const KNOWN = new Set(["S1.p1", "S1.p2"]);

test("an opening is one paragraph that cites known passages alone", () => {
  expect(cleanOpening("# A heading\n\nA fact [[S1.p1]], another [[S99.p1]].", KNOWN)).toBe(
    "A heading A fact[^S1.p1], another.",
  );
  expect(cleanOpening("- One [[S1.p2]].\n- Two.", KNOWN)).toBe("One[^S1.p2]. - Two.");
  expect(cleanOpening("> Said.", KNOWN)).toBe("Said.");
});

test("addresses, links, images and HTML are gone", () => {
  const text =
    'Read https://evil.example/x or [here](https://evil.example) ![p](https://evil.example/p.png) <img src=x onerror="alert(1)"> now [[S1.p1]].';
  expect(cleanOpening(text, KNOWN)).not.toMatch(/evil|<img|onerror|!\[/);
  expect(cleanOpening(text, KNOWN)).toContain("[^S1.p1]");
  expect(cleanOpening("<script>alert(1)</script>", KNOWN)).not.toContain("<");
  expect(cleanOpening(" \n ", KNOWN)).toBe("");
});
