import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEvent, emptyDocument } from "./apply-event";
import { numberCitations } from "./citations/number-citations";
import type { NewEvent } from "./events/append-events";
import { joinDeltas } from "./events/open-event-writer";
import type { PostDocument, PostEvent } from "./schema";

const withIds = (events: NewEvent[]): PostEvent[] =>
  events.map((event, index) => ({ id: index + 1, ...event }));
const fold = (events: NewEvent[]): PostDocument =>
  withIds(events).reduce(applyEvent, emptyDocument("Topic"));
const delta = (sectionId: string, text: string): NewEvent => ({
  type: "section-delta",
  data: { sectionId, text },
});
const cite = (sectionId: string, passageId: string): NewEvent => ({
  type: "citation",
  data: { sectionId, passageId, sourceId: "S1", title: passageId, url: null, quote: passageId },
});
const outline: Extract<NewEvent, { type: "outline" }> = {
  type: "outline",
  data: {
    title: "A title",
    sections: ["a", "b"].map((id) => ({ id, heading: id.toUpperCase(), sourceIds: ["S1"] })),
  },
};

test("events fold into the document that a reader sees", () => {
  const document = fold([
    { type: "stage", data: { stage: "search", state: "started" } },
    { type: "used", data: { parts: ["persona", "gaps"] } },
    { type: "query", data: { query: "caching" } },
    { type: "source", data: { id: "S1", url: null, title: "Notes", publishedAt: null } },
    outline,
    { type: "section-start", data: { sectionId: "a" } },
    delta("a", "One "),
    cite("a", "S1.p1"),
    delta("b", "Two"),
    cite("b", "S1.p2"),
    delta("a", "claim [^S1.p1]."),
    { type: "verdict", data: { sectionId: "a", dropped: 1, claims: [] } },
    { type: "cost", data: { totalUsd: 0.02, byProvider: { gemini: 0.02 } } },
    { type: "section-reset", data: { sectionId: "b" } },
    delta("b", "Again"),
    delta("nowhere", "lost"),
    { type: "error", data: { code: "quota_day", provider: "gemini" } },
    { type: "done", data: { status: "failed" } },
  ]);
  expect(document).toEqual({
    title: "A title",
    stage: "search",
    links: [],
    model: null,
    remarks: [],
    used: ["persona", "gaps"],
    queries: ["caching"],
    sources: [{ id: "S1", url: null, title: "Notes", publishedAt: null }],
    sections: [
      { id: "a", heading: "A", sourceIds: ["S1"], markdown: "One claim [^S1.p1]." },
      { id: "b", heading: "B", sourceIds: ["S1"], markdown: "Again" },
    ],
    citations: [cite("a", "S1.p1").data],
    verdicts: [{ sectionId: "a", dropped: 1, claims: [] }],
    seo: null,
    cost: { totalUsd: 0.02, byProvider: { gemini: 0.02 } },
    problem: { code: "quota_day", provider: "gemini" },
  });
});

test("what belongs to a section comes in the order of the sections, also after they have moved", () => {
  const verdict = (sectionId: string): NewEvent => {
    return { type: "verdict", data: { sectionId, dropped: 0, claims: [] } };
  };
  const said = [cite("a", "S1.p1"), cite("b", "S1.p2"), verdict("a"), verdict("b")];
  const [a, b] = outline.data.sections;
  if (!a || !b) throw new Error("The outline has two sections.");
  const moved: NewEvent = { type: "outline", data: { title: "A title", sections: [b, a] } };
  const { citations, verdicts } = fold([outline, ...said, moved]);
  expect(citations.map(({ sectionId }) => sectionId)).toEqual(["b", "a"]);
  expect(verdicts.map(({ sectionId }) => sectionId)).toEqual(["b", "a"]);
});

test("folding changes nothing that it was given", () => {
  const before = fold([outline, delta("a", "One"), cite("a", "S1.p1")]);
  const copy = structuredClone(before);
  const events = [delta("a", "Two"), cite("b", "S1.p2"), outline];
  for (const event of withIds(events)) applyEvent(before, event);
  applyEvent(before, { id: 9, type: "section-reset", data: { sectionId: "a" } });
  expect(before).toEqual(copy);
});

test("citations are numbered by first appearance in reading order, each passage once", () => {
  const document = fold([
    outline,
    delta("b", "Late [^S1.p1] and [^S1.p3]."),
    cite("b", "S1.p1"),
    cite("b", "S1.p3"),
    delta("a", "Early [^S1.p2], [^S1.p1], again [^S1.p2]; unknown [^S9.p9]."),
    cite("a", "S1.p2"),
    cite("a", "S1.p1"),
    cite("a", "S1.p7"),
  ]);
  const numbered = numberCitations(document).map(({ number, passageId }) => [number, passageId]);
  expect(numbered).toEqual([
    [1, "S1.p2"],
    [2, "S1.p1"],
    [3, "S1.p3"],
  ]);
  expect(numberCitations(emptyDocument("Topic"))).toEqual([]);
});

test("joining deltas makes fewer events and the same document at every one that is left", () => {
  const event = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom("a", "b"), fc.string())
        .map(([id, text]) => delta(id, text)),
    },
    fc.constant(cite("a", "S1.p1")),
    fc.constant<NewEvent>({ type: "section-reset", data: { sectionId: "a" } }),
    fc.constant(outline),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const copy = structuredClone(events);
      const joined = joinDeltas(events);
      expect(events).toEqual(copy);
      expect(fold([outline, ...joined])).toEqual(fold([outline, ...events]));
      const neighbours = joined.slice(1).filter((one, index) => {
        const last = joined[index];
        return (
          one.type === "section-delta" &&
          last?.type === "section-delta" &&
          one.data.sectionId === last.data.sectionId
        );
      });
      expect(neighbours).toEqual([]);
    }),
  );
});
