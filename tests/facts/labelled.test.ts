import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Checked, checkLabelled } from "../world/facts/check-labelled";
import { type Labelled, readLabelled } from "../world/facts/read-labelled";
import { reportFigure } from "../world/report-figure";

const folder = process.env.FACTS_FOLDER ?? ".";
const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
const labelled = files.flatMap((name) => readLabelled(path.join(folder, name)));
/** Its labels want inference, which code cannot do. */
const INFERRING = "FM2";

type Row = Labelled & { sentences: Checked[] };
const rows = labelled.map((row): Row => {
  return { ...row, sentences: checkLabelled(row.claim, row.texts) };
});
const statesFact = ({ sentences }: Row) => sentences.some(({ hasFact }) => hasFact);
const isRed = (sentences: readonly Checked[]) => sentences.some(({ alarm }) => alarm);

/** Reports how many of some things are of a kind, and gives the share. */
function report<Thing>(
  claim: string,
  things: readonly Thing[],
  isMeant: (thing: Thing) => boolean,
): number {
  const share = things.filter(isMeant).length / things.length;
  reportFigure(claim, `${(100 * share).toFixed(1)} % of ${things.length}`);
  return share;
}

/** The supported sentences of some rows that state a fact. */
function listFaithful(some: readonly Row[]): Checked[] {
  const supported = some.filter(({ supported }) => supported);
  return supported.flatMap(({ sentences }) => sentences.filter(({ hasFact }) => hasFact));
}

/** Edited texts in which a number stands for another one, and whose original raises no alarm. */
function listReplaced(): Row[] {
  return rows.filter(({ supported, claim, original, texts }) => {
    if (supported || original === undefined) return false;
    const [before, after] = [listNumbers(original), listNumbers(claim)];
    const differs = (one: Set<string>, other: Set<string>) =>
      [...one].some((number) => !other.has(number));
    if (!differs(before, after) || !differs(after, before)) return false;
    return !isRed(checkLabelled(original, texts));
  });
}

function listNumbers(text: string): Set<string> {
  return new Set(text.match(/[$€£]?\d[\d,.]*%?/g) ?? []);
}

test("facts are checked as others have labelled them", () => {
  const isAlarm = ({ alarm }: Checked) => alarm;
  const plain = listFaithful(rows.filter(({ set }) => set !== INFERRING));
  const inferring = listFaithful(rows.filter(({ set }) => set === INFERRING));
  const wrong = rows.filter((row) => !row.supported && statesFact(row));
  const where = "labelled by others, ";
  const alarms = report(`${where}supported, with a fact: false alarms`, plain, isAlarm);
  expect(alarms).toBeLessThanOrEqual(0.06);
  if (inferring.length > 0) {
    const claim = `${where}supported, with a fact, of Fool-me-twice: false alarms`;
    expect(report(claim, inferring, isAlarm)).toBeLessThanOrEqual(0.15);
  }
  const caught = report(`${where}unsupported, with a fact: caught`, wrong, ({ sentences }) =>
    isRed(sentences),
  );
  expect(caught).toBeGreaterThanOrEqual(0.487);
  const replaced = report(`${where}a number replaced: caught`, listReplaced(), ({ sentences }) =>
    isRed(sentences),
  );
  expect(replaced).toBeGreaterThanOrEqual(0.95);
});
