import { z } from "zod";

/** What one vitest run says of itself, for `npm test` to add up. */
export const runReport = z.object({
  passed: z.number(),
  failed: z.number(),
  assertions: z.number(),
  files: z.array(z.object({ project: z.string(), file: z.string(), ms: z.number() })),
  /** The file and the name of every test that failed. */
  failures: z.array(z.object({ project: z.string(), file: z.string(), name: z.string() })),
  /** How many errors no test has caught: they fail a run of which every test has passed. */
  uncaught: z.number(),
});
export type RunReport = z.infer<typeof runReport>;
