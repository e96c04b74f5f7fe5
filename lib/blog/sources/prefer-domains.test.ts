import { expect, test } from "vitest";
import { isWithin, preferDomains } from "./prefer-domains";

const found = [
  "https://one.example/a",
  "https://docs.liked.example/b",
  "https://two.example/c",
  "https://liked.example/d",
  null,
  "https://notliked.example/e",
].map((url) => ({ url }));
const order = (domains: string[]) => preferDomains(found, domains).map(({ url }) => url?.at(-1));

test("pages of preferred sites come first, and everything else stays in its order", () => {
  expect(order(["liked.example"])).toEqual(["b", "d", "a", "c", undefined, "e"]);
  expect(order(["two.example", "one.example"])).toEqual(["a", "c", "b", "d", undefined, "e"]);
  expect(order([])).toEqual(["a", "b", "c", "d", undefined, "e"]);
  expect(order(["elsewhere.example"])).toEqual(order([]));
});

test("a host below a domain belongs to it, one that merely ends like it does not", () => {
  expect(isWithin("https://a.b.example/", ["b.example"])).toBe(true);
  expect(isWithin("https://ab.example/", ["b.example"])).toBe(false);
});
