import fc from "fast-check";
import { anyReply, anyStatus, type Reply } from "./any-reply";
import { anySpoiled, toJson } from "./any-spoiled";

const page = {
  id: "https://example.org/a",
  url: "https://example.org/a",
  title: "A page 😀",
  publishedDate: "2026-11-01T00:00:00.000Z",
  author: null,
  text: "The cache keeps a page for 300 seconds.",
  highlights: ["300 seconds"],
};
const answer = {
  requestId: "r-1",
  results: [page, { ...page, url: "https://example.org/b", title: null }, page],
  costDollars: { total: 0.007, search: { neural: 0.007 } },
  warnings: ["Cached."],
  notices: [{ message: "Soon gone." }],
};
const refusal = { requestId: "r-1", error: "Something else", tag: "OTHER" };

const anyAnswer = fc.constantFrom(answer, answer, answer, refusal).chain(anySpoiled).map(toJson);
const noJson = fc.constantFrom("", "<html>Bad gateway</html>", '{"results": [', "null", "7");

/** A reply of Exa as nobody has described it: any of its fields wrong, cut anywhere, or no JSON at all. */
export const anyExaReply: fc.Arbitrary<Reply> = anyReply(
  fc.oneof({ weight: 12, arbitrary: anyAnswer }, { weight: 1, arbitrary: noJson }),
  anyStatus,
  "application/json",
);
