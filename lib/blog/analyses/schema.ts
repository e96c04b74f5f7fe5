import { z } from "zod";

/** What a model may be asked of a post that is written; each is kept once, the newest. */
export const ANALYSIS_KINDS = ["seo", "flow"] as const;
export type AnalysisKind = (typeof ANALYSIS_KINDS)[number];

/** How much of a text is read for its flow: where its sections meet, or all of it. */
export const FLOW_DEPTHS = ["basic", "advanced"] as const;
export type FlowDepth = (typeof FLOW_DEPTHS)[number];

/** Body of `POST /api/blog/posts/{id}/analyses`: the version that is read. `depth` is of the flow alone. */
export const analysisBody = z.strictObject({
  version: z.int().min(0),
  kind: z.enum(ANALYSIS_KINDS),
  depth: z.enum(FLOW_DEPTHS).default("basic"),
});
export type AnalysisBody = z.infer<typeof analysisBody>;

/** One thing that the model would change; `quote` stands in the section, word for word. */
const finding = z.object({
  sectionId: z.string().nullable(),
  problem: z.string(),
  advice: z.string(),
  quote: z.string().nullable(),
});
export type Finding = z.infer<typeof finding>;

/** What a model said of a post, and the version that it had read. `createdAt` is ISO 8601 in UTC. */
export const analysis = z.object({
  kind: z.enum(ANALYSIS_KINDS),
  version: z.int(),
  summary: z.string(),
  findings: z.array(finding),
  createdAt: z.string(),
});
export type Analysis = z.infer<typeof analysis>;

/** Answer of `GET /api/blog/posts/{id}/analyses`: the version that the post has now, and what was said of which. */
export const analysesAnswer = z.object({ version: z.int(), analyses: z.array(analysis) });
export type Analyses = z.infer<typeof analysesAnswer>;

/** What an analysis costs at about so many words, in US dollars, with the usual model. */
export function estimateAnalysis(words: number): number {
  return 0.004 + words * 0.0000006;
}
