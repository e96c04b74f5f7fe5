import { expect, test } from "vitest";
import { listHardTexts, makeEasyText } from "../world/attacks/hard-texts";
import { TEXT_READERS } from "../world/attacks/text-readers";
import { reportFigure } from "../world/report-figure";

/** Long enough to tell what is linear from what is not, many times over. */
const LENGTH = process.env.PROOF ? 24_000 : 12_000;
/** So many times what a usual text takes is still linear; what is not takes thousands of times as long. */
const MOST_TIMES = 40;
/** Where a usual text takes next to nothing. */
const LEAST_MS = 400;
/** Of so many texts each reader is given one, every reader another; in the proof more than 200 each. */
const ONE_OF = process.env.PROOF ? 4 : 300;

const TEXTS = listHardTexts(LENGTH);
const EASY = makeEasyText(LENGTH);

/** Milliseconds of the processor: what else the machine does must not fail a test. */
async function time(read: (text: string) => unknown, text: string): Promise<number> {
  const from = process.cpuUsage();
  await read(text);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}

const EACH_MS = 1_800_000;

test.each(
  [...Object.entries(TEXT_READERS).entries()].map(([at, [name, read]]) => ({ at, name, read })),
)(
  "$name takes no text much longer than a usual one",
  async ({ at, read }) => {
    await read(EASY);
    const usual = await time(read, EASY);
    const most = Math.max(LEAST_MS, MOST_TIMES * usual);
    const slow: string[] = [];
    for (const [index, { name, text }] of TEXTS.entries()) {
      if ((index + 7 * at) % ONE_OF > 0) continue;
      const ms = await time(read, text);
      if (ms > most) slow.push(`${name}: ${Math.round(ms)} ms (usual ${Math.round(usual)})`);
    }
    expect(slow).toEqual([]);
  },
  EACH_MS,
);

test("every reader is given enough of them", () => {
  const each = Math.floor(TEXTS.length / ONE_OF);
  reportFigure(
    "Hard texts that each reader of texts was given, none of them slow",
    `${each} of ${TEXTS.length} for each of ${Object.keys(TEXT_READERS).length} readers`,
  );
  expect(new Set(TEXTS.map(({ text }) => text)).size).toBeGreaterThan(800);
});
