import { expect, test } from "vitest";
import { emptyDocument } from "@/lib/blog/apply-event";
import type { Claim, PostDocument, Source } from "@/lib/blog/schema";
import { listSourceFacts } from "./source-facts";

const source = (url: string | null): Source => ({
  id: "S1",
  url,
  title: "A page",
  publishedAt: null,
});
const claim = (passageIds: string[], level: Claim["level"]): Claim => {
  return { text: "It is so.", passageIds, level, quote: null, reason: null };
};
const judged = (claims: Claim[]): PostDocument => ({
  ...emptyDocument("Caching"),
  verdicts: [{ sectionId: "sec-1", dropped: 0, claims }],
});

test("who keeps a site is said of authorities and universities alone", () => {
  const kind = (host: string) => listSourceFacts(source(`https://${host}/a`), judged([]));
  for (const host of ["energy.gov", "www.gov.uk", "ec.europa.eu", "meti.go.jp", "who.int"])
    expect(kind(host), host).toEqual(["A public authority’s site"]);
  for (const host of ["mit.edu", "www.ox.ac.uk", "anu.edu.au"])
    expect(kind(host), host).toEqual(["A university’s site"]);
  for (const host of ["example.org", "gov.example.org", "edu.example.com", "mygov"])
    expect(kind(host), host).toEqual([]);
  expect(listSourceFacts(source(null), judged([]))).toEqual([]);
});

test("how well a source bears the post counts the sentences that cite it, and no other's", () => {
  const claims = [
    claim(["S1.p1"], "supported"),
    claim(["S2.p1", "S1.p2"], "unsure"),
    claim(["S10.p1"], "unsupported"),
  ];
  const facts = (list: Claim[]) => listSourceFacts(source("https://example.org"), judged(list));
  expect(facts(claims)).toEqual(["1 of 2 sentences that cite it are supported"]);
  expect(facts(claims.slice(0, 1))).toEqual(["1 of 1 sentence that cites it is supported"]);
  expect(facts([])).toEqual([]);
});
