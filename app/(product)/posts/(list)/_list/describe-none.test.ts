import { expect, test } from "vitest";
import { describeNone } from "./describe-none";

test.each([
  [{ words: " heat pump ", filter: null }, 3, "No post has “heat pump” in its title or topic."],
  [{ words: "", filter: "failed" }, 3, "No post has the status “Failed” now."],
  [
    { words: "heat", filter: "needs-key" },
    3,
    "No post with the status “Needs a key” has “heat” in its title or topic.",
  ],
  [
    { words: "heat", filter: "deleted" },
    1,
    "No recently deleted post has “heat” in its title or topic.",
  ],
  [{ words: "heat", filter: null }, 0, "There are no posts yet."],
] as const)("an empty list says what was looked for and where: %j", (asked, all, says) => {
  expect(describeNone(asked, all)).toBe(says);
});

test("without posts nothing is said of a search, and the place of the deleted says how long they stay", () => {
  expect(describeNone({ words: "", filter: "deleted" }, 0)).toMatch(/^Nothing was deleted in the/);
});
