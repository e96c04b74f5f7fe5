import { expect, test } from "vitest";
import { emptyDocument } from "../apply-event";
import { generateBody, outlineBody } from "../schema";
import { keepSections } from "./keep-sections";
import { repliedOutline } from "./replied-outline";

const sources = ["S1", "S2"].map((id) => ({ id, url: null, title: id, publishedAt: null }));
const request = generateBody.parse({ topic: "Caching", wordCount: 900 });
const tool = {
  post: {
    id: "p",
    topic: "Caching",
    status: "waiting" as const,
    document: emptyDocument("Caching"),
    wait: null,
    lastEventId: 0,
    version: 0,
    createdAt: "",
    updatedAt: "",
    finishedAt: null,
    request,
  },
  evidence: { sources, passages: [] },
};
const sent = outlineBody.parse({
  sections: [
    { id: "sec-1", heading: "One", sourceIds: ["S1"] },
    { id: "sec-2", heading: "Two", words: 500 },
    { heading: "Mine", sourceIds: ["S2"] },
  ],
});
const read = (sections: unknown) => repliedOutline.safeParse({ sections });
const improve = (sections: unknown) =>
  keepSections(tool, sent, repliedOutline.parse({ sections }).sections);

test("a section that stays keeps its id once, and what nobody knows of is left out", () => {
  expect(
    improve([
      { keeps: "H2", heading: "Two, renamed", sourceIds: ["S2", "S9", "S2"] },
      { keeps: "H1", heading: "One", sourceIds: ["S7"] },
      { keeps: "H1", heading: "One again", sourceIds: [] },
      { keeps: "H9", heading: "Nowhere", sourceIds: ["S1"] },
      { keeps: "H3", heading: "Mine", sourceIds: [] },
    ]),
  ).toEqual([
    { from: 1, id: "sec-2", heading: "Two, renamed", sourceIds: ["S2"], words: 500 },
    { from: 0, id: "sec-1", heading: "One", sourceIds: ["S1"] },
    { from: null, heading: "One again", sourceIds: [] },
    { from: null, heading: "Nowhere", sourceIds: ["S1"] },
    { from: 2, heading: "Mine", sourceIds: ["S2"] },
  ]);
});

test("a length is taken over where it is one; an even share needs none", () => {
  const words = (value: unknown, keeps = "H1") =>
    improve([
      { keeps, heading: "A", sourceIds: [], words: value },
      { keeps: "new", heading: "B", sourceIds: [] },
    ])[0]?.words;
  expect([words(300), words(200), words(7), words(9_000), words("many"), words(260.4)]).toEqual([
    300,
    undefined,
    undefined,
    undefined,
    undefined,
    260,
  ]);
  expect([words(undefined, "H2"), words(100, "H2")]).toEqual([500, 100]);
  expect([words(200, "new"), words(210, "new")]).toEqual([undefined, 210]);
});

test("headings are words alone, storable and different, and there are 2 to 12 of them", () => {
  const named = (...headings: string[]) =>
    read(headings.map((heading) => ({ keeps: "new", heading, sourceIds: [] })));
  const dirty = named("See https://evil.example <b>now</b>\u0000", "B \ud800", "b \ud800", " ");
  expect(dirty.data?.sections.map(({ heading }) => heading)).toEqual(["See now", "B \ufffd"]);
  expect(named("x".repeat(500), "y").data?.sections[0]?.heading).toHaveLength(200);
  expect(named("Only one").success).toBe(false);
  expect(named("Same", "same").success).toBe(false);
  expect(named(...Array.from({ length: 13 }, (_, index) => `H ${index}`)).success).toBe(false);
  for (const reply of [null, [], [1, 2], [{ heading: 5 }, {}]])
    expect(read(reply).success).toBe(false);
});
