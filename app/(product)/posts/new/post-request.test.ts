import { expect, test } from "vitest";
import { findFieldErrors, type PostDraft, readFieldErrors, toBody } from "./post-request";

const DRAFT: PostDraft = {
  topic: "Caching in Next.js",
  wordCount: 1200,
  research: "basic",
  audience: "",
  tone: "",
  industry: "",
  language: "",
  angle: "",
  instructions: "",
  keywords: "",
  includeDomains: "",
  excludeDomains: "",
  notes: "",
  pages: "",
  model: "",
  capUsd: "",
  approveOutline: false,
  voice: "blog",
  without: [],
};

test("notes and the addresses of pages are sources of one's own, the notes first", () => {
  expect(toBody(DRAFT)).toMatchObject({ sources: undefined, model: undefined });
  const pages = "https://example.org/a\n\n  https://example.org/b ";
  const body = toBody({ ...DRAFT, notes: " Mine. ", pages, model: "gemini-2.5-pro" });
  expect(body.sources).toEqual([
    { text: "Mine." },
    { url: "https://example.org/a" },
    { url: "https://example.org/b" },
  ]);
  expect(body.model).toBe("gemini-2.5-pro");
});

test("what is wrong with a source stands at the field that it was entered in", () => {
  const pages = "https://example.org/a example.org";
  const message = expect.stringContaining("whole address");
  expect(findFieldErrors({ ...DRAFT, pages })).toEqual({ pages: message });
  expect(findFieldErrors({ ...DRAFT, pages, notes: "Mine." })).toEqual({ pages: message });
  expect(findFieldErrors({ ...DRAFT, notes: "x".repeat(20_001) })).toEqual({
    notes: "Keep a note to 20,000 characters.",
  });
  const many = Array.from({ length: 11 }, (_, index) => `https://example.org/${index}`);
  expect(findFieldErrors({ ...DRAFT, pages: many.join("\n") })).toEqual({
    pages: "Give at most 10 sources of your own.",
  });
  const words = { title: "", detail: "", status: 422, code: "invalid" };
  const problem = { ...words, fields: [{ field: "sources.1", message: "No." }] };
  expect(readFieldErrors(problem, { ...DRAFT, notes: "Mine." })).toEqual({ pages: "No." });
});
