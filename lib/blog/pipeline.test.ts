import { expect, test } from "vitest";
import { LIMITS } from "../limits/registry";
import type { StepId, StepResult } from "./durable/step-results";
import { followPipeline } from "./pipeline";

const IDS = Array.from({ length: 7 }, (_, index) => `s${index}`);
const GOES_ON: StepResult = { ended: false, sectionIds: IDS };

/** Follows the order where some steps answer otherwise, and says which steps were begun and how it stood. */
async function follow(answer: (step: StepId, underWay: number) => Partial<StepResult> | undefined) {
  const begun: StepId[] = [];
  let underWay = 0;
  let most = 0;
  const result = await followPipeline(async (step) => {
    begun.push(step);
    underWay += 1;
    most = Math.max(most, underWay);
    const given = answer(step, underWay);
    // One that has no place is under way at no time.
    if (given?.isCrowded) underWay -= 1;
    await new Promise(setImmediate);
    if (!given?.isCrowded) underWay -= 1;
    return { ...GOES_ON, ended: step === "finish", ...given };
  });
  return { begun, most, result };
}

test("the steps come in THE order, and no more sections at once than the limit", async () => {
  const { begun, most, result } = await follow(() => undefined);
  const sections = IDS.map((id) => `section:${id}`);
  expect(begun).toEqual(["preflight", "plan", "library", "outline", ...sections, "seo", "finish"]);
  expect(most).toBe(LIMITS.sectionsAtOnce);
  expect(result.ended).toBe(true);
});

test.each(["preflight", "plan", "library", "outline", "seo"] as const)(
  "a %s that has to wait, or ends the run, is the last step that is begun",
  async (last) => {
    for (const given of [{ waitSeconds: 0 }, { waitSeconds: 9 }, { ended: true }]) {
      const { begun, result } = await follow((step) => (step === last ? given : undefined));
      expect(begun.at(-1)).toBe(last);
      expect(result).toMatchObject(given);
    }
  },
);

test("a section that has to wait keeps no other from being written, and the rest from being begun", async () => {
  const { begun, result } = await follow((step) =>
    step === "section:s1" ? { waitSeconds: 20 } : undefined,
  );
  expect(begun).toHaveLength(4 + IDS.length);
  expect(result).toMatchObject({ ended: false, waitSeconds: 20 });
});

test("a section that ends the run is the end, whatever others wait for", async () => {
  const { begun, result } = await follow((step) => {
    if (step === "section:s0") return { waitSeconds: 20 };
    return step === "section:s1" ? { ended: true } : undefined;
  });
  expect(begun.length).toBeLessThan(4 + IDS.length);
  expect(result.ended).toBe(true);
});

test("where a server is crowded, one writer goes on alone and writes all sections", async () => {
  const { begun, result } = await follow((step, underWay) =>
    step.startsWith("section:") && underWay > 1 ? { waitSeconds: 1, isCrowded: true } : undefined,
  );
  expect(new Set(begun).size).toBe(4 + IDS.length + 2);
  expect(begun.slice(-2)).toEqual(["seo", "finish"]);
  expect(result.ended).toBe(true);
});

test("where not even one section has its place, the run comes back later", async () => {
  const { begun, result } = await follow((step) =>
    step.startsWith("section:") ? { waitSeconds: 1, isCrowded: true } : undefined,
  );
  expect(begun).not.toContain("seo");
  expect(result).toMatchObject({ ended: false, waitSeconds: 1 });
});

test("what a section throws is thrown when the others have come to their end", async () => {
  let ended = 0;
  const away = new Error("The database is away");
  const doStep = async (step: StepId) => {
    await new Promise(setImmediate);
    if (step === "section:s0") throw away;
    if (step.startsWith("section:")) ended += 1;
    return GOES_ON;
  };
  await expect(followPipeline(doStep)).rejects.toBe(away);
  expect(ended).toBe(IDS.length - 1);
});
