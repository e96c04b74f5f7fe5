import { expect, test } from "vitest";
import { generateBody } from "@/lib/blog/schema";
import { EMPTY_DRAFT, type PostDraft, postDraft } from "./post-draft";
import { findFieldErrors, settleDepth, toBody } from "./post-request";

const draft = (part: Partial<PostDraft>): PostDraft => ({
  ...EMPTY_DRAFT,
  topic: "Heat pumps",
  ...part,
});
const row = (heading: string, words?: number) => ({
  key: heading,
  heading,
  sourceIds: [],
  ...(words === undefined ? {} : { words }),
});

test("an empty form asks for nothing beside its topic", () => {
  const body = generateBody.parse(toBody(draft({})));
  expect(body).toMatchObject({ topic: "Heat pumps", wordCount: 1_200, research: "basic" });
  expect([body.outline, body.sources, body.model, body.capUsd]).toEqual(Array(4).fill(undefined));
  expect(findFieldErrors(draft({}))).toEqual({});
});

test("headings go out in their order, each with its length if one was given", () => {
  const outline = [row(" Costs ", 300), row("Noise"), row("")];
  expect(generateBody.parse(toBody(draft({ outline }))).outline).toEqual([
    { heading: "Costs", words: 300 },
    { heading: "Noise" },
  ]);
  expect(findFieldErrors(draft({ outline }))).toEqual({});
});

test("an outline that cannot be written is refused in one sentence under it", () => {
  const errors = (outline: PostDraft["outline"]) => findFieldErrors(draft({ outline })).outline;
  expect(errors([row("Costs"), row(""), row("Noise")])).toBe(
    "Give heading 2 its words, or remove it.",
  );
  expect(errors([row("", 300)])).toBe("Give heading 1 its words, or remove it.");
  expect(errors([row("Costs", 20)])).toMatch(/section 1 between 50 and 3000 words/);
});

test("own notes and pages are sources; an address without its scheme means https", () => {
  const { sources } = toBody(
    draft({ notes: " Ours ", pages: "example.org/a\nhttp://b.example\nexample.org/a" }),
  );
  expect(sources).toEqual([
    { text: "Ours" },
    { url: "https://example.org/a" },
    { url: "http://b.example" },
  ]);
});

test("what is no address of a page is named, and so is too much", () => {
  const errors = (part: Partial<PostDraft>) => findFieldErrors(draft(part));
  expect(errors({ pages: "our-survey" }).pages).toContain("“https://our-survey”");
  expect(errors({ pages: "ftp://example.org/a" }).pages).toContain("ftp:");
  const many = Array.from({ length: 10 }, (_, index) => `example.org/${index}`).join("\n");
  expect(errors({ pages: many })).toEqual({});
  expect(errors({ pages: many, notes: "one" }).pages).toBe("Name at most 9 pages.");
  expect(errors({ notes: "x".repeat(20_001) }).notes).toMatch(/20,000 characters/);
});

test("a cap that is no sum of dollars is refused and never left out", () => {
  expect(toBody(draft({ capUsd: " $0,25 " })).capUsd).toBe(0.25);
  for (const capUsd of ["a quarter", "0", "-1", "0.25 dollars", "1e9"])
    expect(findFieldErrors(draft({ capUsd })).capUsd).toMatch(/^Give a sum in dollars/);
});

test("a kind of pages goes out, and a form that was kept before there were kinds asks for any", () => {
  expect(toBody(draft({ category: "research paper" })).category).toBe("research paper");
  const { category: _, ...earlier } = draft({});
  expect(toBody(postDraft.parse(earlier)).category).toBeUndefined();
});

test("a depth that is left open is settled by the length, the sites and the kind of pages as they go out", () => {
  const depth = (part: Partial<PostDraft>, preferDomains: string[] = []) =>
    settleDepth(draft({ research: "auto", ...part }), preferDomains).research;
  expect(depth({})).toBe("basic");
  expect(depth({ excludeDomains: "example.com" })).toBe("basic");
  expect(depth({ wordCount: 2_000 })).toBe("comprehensive");
  expect(depth({ outline: [row("Costs", 1_500), row("Noise", 1_000)] })).toBe("comprehensive");
  expect(depth({ category: "news" })).toBe("targeted");
  expect(depth({ includeDomains: "iea.org" })).toBe("targeted");
  expect(depth({}, ["iea.org"])).toBe("targeted");
  expect(depth({ without: ["preferences"] }, ["iea.org"])).toBe("basic");
  expect(depth({ research: "basic", wordCount: 5_000 }, ["iea.org"])).toBe("basic");
  expect(toBody(settleDepth(draft({ research: "auto", category: "news" }), [])).research).toBe(
    "targeted",
  );
  expect(generateBody.safeParse({ topic: "Heat pumps", research: "auto" }).success).toBe(false);
});
