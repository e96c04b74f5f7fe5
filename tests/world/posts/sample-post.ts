import { emptyDocument } from "@/lib/blog/apply-event";
import type { ClaimLevel, PostDocument } from "@/lib/blog/schema";
import type { Seo } from "@/lib/seo/schema";

/** Plain sentences about one subject. */
const SENTENCES = [
  "A heat pump moves warmth from the cold air outside into the house.",
  "It needs far less power than a heater that burns gas or oil.",
  "The pump works best when the water in the pipes is not too hot.",
  "Old houses may need larger radiators before they gain from it.",
  "A good installer measures each room and explains the result.",
  "Noise matters too, so the unit should stand away from the bedroom.",
];
/** A sentence that is hard to read. */
export const LONG =
  "The comprehensive investigation of residential heating installations demonstrates considerable organisational difficulties, which the responsible authorities have repeatedly underestimated, notwithstanding extraordinary international recommendations.";

/** Five plain sentences; another seed begins with another one. */
export const paragraph = (seed: number) =>
  Array.from({ length: 5 }, (_, index) => SENTENCES[(seed + index) % SENTENCES.length]).join(" ");

/** A post as the writer makes one, where nothing is left to mend. */
export function makeGoodPost(): PostDocument {
  const headings = [
    "What a heat pump does",
    "What it costs to run",
    "Which houses it suits",
    "How to choose an installer",
    "What to expect in winter",
  ];
  const sections = headings.map((heading, index) => ({
    id: `sec-${index + 1}`,
    heading,
    sourceIds: [`S${index + 1}`],
    markdown: `${paragraph(index)} [^S${index + 1}.p1]\n\n${paragraph(index + 2)}${index === 2 ? "\n\n- one\n- two" : ""}`,
  }));
  const seo: Seo = {
    keyword: "heat pump",
    title: "Heat pump basics: cost, noise and comfort",
    titles: ["Heat pump basics: cost, noise and comfort", "Is a heat pump right for you?"],
    description:
      "What a heat pump does, what it costs to run, which houses it suits and how to find an installer who measures every room before selling anything.",
    slug: "heat-pump-basics",
    tags: ["heat pump", "heating", "energy"],
  };
  return {
    ...emptyDocument("Heat pumps"),
    title: "Heat pump basics for home owners",
    sections,
    seo,
    citations: sections.map(({ id }, index) => cite(id, `S${index + 1}`)),
    verdicts: sections.map(({ id }) => judge(id, "supported")),
  };
}

/** A citation of a source's first passage. */
export const cite = (sectionId: string, sourceId: string) => ({
  sectionId,
  passageId: `${sourceId}.p1`,
  sourceId,
  title: "T",
  url: `https://example.org/${sourceId}`,
  quote: "Q",
});
/** A verdict on one claim. */
export const judge = (sectionId: string, level: ClaimLevel) => ({
  sectionId,
  dropped: 0,
  claims: [{ text: "A claim.", passageIds: ["S1.p1"], level, quote: null, reason: null }],
});
/** The post with another listing. */
export const withSeo = (document: PostDocument, part: Partial<Seo>): PostDocument => ({
  ...document,
  seo: document.seo && { ...document.seo, ...part },
});
/** The post with every section's text changed. */
export const mapText = (
  document: PostDocument,
  map: (markdown: string) => string,
): PostDocument => ({
  ...document,
  sections: document.sections.map((section) => ({ ...section, markdown: map(section.markdown) })),
});
