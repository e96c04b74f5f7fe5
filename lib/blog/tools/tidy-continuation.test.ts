import { expect, test } from "vitest";
import { tidyContinuation } from "./tidy-continuation";

const passages = [
  { id: "S1.p1", sourceId: "S1", text: "The cache keeps a page for 300 seconds by default." },
  { id: "S1.p2", sourceId: "S1", text: "Every region has a cache of its own, and tags clear it." },
];

test.each([
  ["one sentence", "Every region has its own [^S1.p2].", "Every region has its own [^S1.p2]."],
  ["the rest of a sentence", "for 300 seconds [^S1.p1].", "for 300 seconds [^S1.p1]."],
  ["two of three", "A b [^S1.p2]. C d [^S1.p2]. E f [^S1.p2].", "A b [^S1.p2]. C d [^S1.p2]."],
  [
    "no more than cites",
    "Every region has one [^S1.p2]. That is nice.",
    "Every region has one [^S1.p2].",
  ],
  [
    "a bridge that leads to a source",
    "That is not all. Tags clear it [^S1.p2].",
    "That is not all. Tags clear it [^S1.p2].",
  ],
  ["a mark behind the stop", "Tags clear it. [^S1.p2]", "Tags clear it. [^S1.p2]"],
  ["one line of several", "Every region\nhas one [^S1.p2].", "Every region has one [^S1.p2]."],
  ["words without a list", "1. - Tags clear it [^S1.p2].", "Tags clear it [^S1.p2]."],
  ["what follows a heading", "### More\n\nTags clear it [^S1.p2].", "Tags clear it [^S1.p2]."],
  ["nothing without a source", "Every region has a cache of its own.", ""],
  ["nothing of a wrong number", "It keeps a page for 301 seconds [^S1.p1].", ""],
  [
    "what stands before a wrong number",
    "Tags clear it [^S1.p2]. It takes 9 days [^S1.p1].",
    "Tags clear it [^S1.p2].",
  ],
  ["nothing of a number without a source", "It takes 9 days. Tags clear it [^S1.p2].", ""],
  ["nothing of code", "```\ncache [^S1.p2]\n```", ""],
  ["nothing of code with an empty line", "```\nlet a;\n\ncache [^S1.p2]\n```", ""],
  ["nothing of a heading", "### Tags clear it [^S1.p2]", ""],
  ["nothing of nothing", "NONE", ""],
])("a reply offers %s", (_, reply, offered) => {
  expect(tidyContinuation(reply, passages, 2)).toBe(offered);
});
