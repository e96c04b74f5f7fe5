/** The five parts of the score; the weights add up to 1. */
export const SEO_PARTS = {
  structure: { name: "Structure", weight: 0.2 },
  keywords: { name: "Keywords", weight: 0.25 },
  readability: { name: "Readability", weight: 0.2 },
  quality: { name: "Quality", weight: 0.2 },
  headings: { name: "Headings", weight: 0.15 },
} as const satisfies Record<string, { name: string; weight: number }>;
export type SeoPartId = keyof typeof SEO_PARTS;
