import { expect, test } from "vitest";
import { emptyDocument } from "@/lib/blog/apply-event";
import type { ClaimLevel, PostDocument, PostStatus } from "@/lib/blog/schema";
import { describePhases, notePhases } from "./describe-phases";

const source = { id: "S1", url: null, title: "Notes", publishedAt: null };
const section = (id: string, markdown = "") => ({ id, heading: id, sourceIds: ["S1"], markdown });
const verdict = (level: ClaimLevel) => ({
  ...{ sectionId: "a", dropped: 0 },
  claims: [{ text: "It is so.", passageIds: ["S1.p1"], level, quote: null, reason: null }],
});
const seo = { title: "T", description: "D", slug: "t", tags: [], titles: [] };
const sections = [section("a", "It is so [^S1.p1]."), section("b", "And so is this.")];
const whole = { sources: [source, { ...source, id: "S2" }], sections, seo };

function describe(parts: object, status: PostStatus): string[] {
  const document: PostDocument = { ...emptyDocument("Caches"), ...parts };
  return describePhases(document, status).map(
    ({ name, state, says }) => `${name}: ${state}, ${says}`,
  );
}

test("a finished post has all five phases behind it but the last, which is open", () => {
  expect(describe({ ...whole, verdicts: [verdict("supported")] }, "ready")).toEqual([
    "Research: done, 2 sources",
    "Outline: done, 2 headings",
    "Writing: done, all 2 sections",
    "Search listing: done, prepared",
    "Publish: open, not published yet",
  ]);
  expect(describe(whole, "published").at(-1)).toBe("Publish: done, published");
});

test("what there is to look at is said: doubted sentences, sections that are missing, no listing", () => {
  const verdicts = [verdict("unsure"), verdict("unsupported"), verdict("supported")];
  expect(describe({ ...whole, verdicts }, "ready")[2]).toBe(
    "Writing: look, 2 sentences to look at",
  );
  const halfway = [sections[0], section("b")];
  const phases = describe({ ...whole, sections: halfway, seo: null }, "ready");
  expect(phases.slice(2, 4)).toEqual([
    "Writing: look, 1 of 2 sections",
    "Search listing: look, nothing prepared",
  ]);
  const unlisted = describePhases({ ...emptyDocument("Caches"), ...whole, seo: null }, "ready");
  expect(notePhases(unlisted)).toBe("Search listing: nothing prepared.");
});

test.each([
  [{}, ["once the run goes on", "once there are sources", "once there is an outline"]],
  [{ sources: [source] }, ["1 source", "once the run goes on", "once there is an outline"]],
  [
    { sources: [source], sections: [section("a")] },
    ["1 source", "1 heading", "once the run goes on"],
  ],
  [
    { problem: { code: "no_sources" } },
    ["no source found", "once there are sources", "once there is an outline"],
  ],
])("a phase of a run that ended early says what must come before it (%#)", (parts, says) => {
  const states = says.map((one) =>
    one.startsWith("no ") ? "look" : one.startsWith("once ") ? "closed" : "done",
  );
  expect(describe(parts, "stopped")).toEqual([
    `Research: ${states[0]}, ${says[0]}`,
    `Outline: ${states[1]}, ${says[1]}`,
    `Writing: closed, ${says[2]}`,
    "Search listing: closed, once the text is written",
    "Publish: closed, once the text is written",
  ]);
  const phases = describePhases({ ...emptyDocument("Caches"), ...parts }, "stopped");
  expect(notePhases(phases)).toContain("Search listing and Publish: once the text is written.");
});
