import { expect, test } from "vitest";
import { readAsShown } from "./read-as-shown";

test.each([
  ["### A *heading*", "A heading"],
  ["Run `next build`, **then** [deploy](https://example.org).", "Run next build, then deploy."],
  [
    "A graph [^S1.p2]. It [^S1.p2] [^S2.p1] goes on.",
    "A graph.[^S1.p2] It[^S1.p2][^S2.p1] goes on.",
  ],
  ["- one\n- two\n\n3. three\n4. four", "• one\n• two\n\n3. three\n4. four"],
  ["> said\n\n```js\nconst a = `b`;\n```", "said\n\nconst a = `b`;"],
  ["| a | b |\n| - | - |\n| *1* | 2 |", "a | b\n1 | 2"],
  ["a snake_case, 5 \\* 3 and 2 < 3", "a snake_case, 5 * 3 and 2 < 3"],
])("%j is shown as %j", (markdown, shown) => {
  expect(readAsShown(markdown)).toBe(shown);
});
