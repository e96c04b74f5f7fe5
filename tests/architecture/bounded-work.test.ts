import { expect, test } from "vitest";
import { TEXT_READERS } from "../world/attacks/text-readers";

/** As long as a section may be. */
const LENGTH = 60_000;
/** Of the processor: what is linear takes a few tenths of a second, what is not takes minutes. */
const MOST_MS = 8_000;

const fill = (unit: string, length = LENGTH) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
/** Texts that make a careless pattern look at everything again and again. */
const HOSTILE: Record<string, string> = {
  "blanks between two letters": `a${fill(" ", LENGTH - 2)}b`,
  "blank lines": `a${fill(" \n", LENGTH - 2)}b`,
  "a wide table of short rows": `${fill("|a", 6_000)}|\n${fill("|-", 6_000)}|\n${fill("|a\n", 42_000)}`,
  "marks within marks": fill("*_", LENGTH / 2) + fill("_*", LENGTH / 2),
  "quotations within quotations": fill(">"),
  "lists within lists": fill("- "),
  "deeper and deeper lists": Array.from({ length: 340 }, (_, at) => `${" ".repeat(at)}- a`).join(
    "\n",
  ),
  "backticks of every length": Array.from({ length: 340 }, (_, at) => "`".repeat(at + 1)).join("a"),
  "a word without a space": fill("ก"),
  "one sign of each": fill("*a _b [c](d `e` <f> &g; ~~h \\i ![j] "),
  "marks of citations": fill("[^S1.p1] "),
  "numbers and dates": fill("12. 3 May 1,000.5 % "),
  "open quotations": fill("“a. "),
};
const UNITS = [
  ...'[ ] ( ) < > & * _ ` ~ # - = | ! : \\ " “ . , 1 a 中 \n \t \u200b 😀'.split(" "),
  ...[
    "[](",
    "![",
    "[a](<b",
    "[^S1.p",
    "]:",
    "<a ",
    "<!--",
    "</script>",
    "&amp;",
    "https://",
    "www.",
    "a@b.",
    "S1.p1",
  ],
  ...[
    "**a",
    "a*b_",
    "~~a ",
    "\\\\",
    "1. a\n",
    "- a\n\n",
    "> a\n\n",
    "# a\n",
    "a\n=\n",
    "|a|b|\n|-|-|\n",
    "```\n",
    "e.g. ",
    "Mr. ",
  ],
];
const TEXTS = {
  ...HOSTILE,
  ...Object.fromEntries(UNITS.map((unit) => [`${JSON.stringify(unit)} over and over`, fill(unit)])),
};

/** Every reader tries another fortieth of the texts, in the proof all of them. */
const ONE_OF = process.env.PROOF ? 1 : 40;

test.each(
  [...Object.entries(TEXT_READERS).entries()].map(([at, [name, read]]) => ({ at, name, read })),
)("$name is linear in every text", async ({ at, read }) => {
  const slow: string[] = [];
  for (const [index, [kind, text]] of Object.entries(TEXTS).entries()) {
    if ((index + at) % ONE_OF > 0) continue;
    const from = process.cpuUsage();
    await read(text);
    const { user, system } = process.cpuUsage(from);
    const ms = (user + system) / 1_000;

    if (ms > MOST_MS) slow.push(`${kind}: ${Math.round(ms)} ms`);
  }
  expect(slow).toEqual([]);
});
