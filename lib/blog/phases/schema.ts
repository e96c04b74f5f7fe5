import { z } from "zod";

const phases = ["search", "outline", "sections"] as const;
export type Phase = (typeof phases)[number];

/** The phases that a written post can be taken back to, and what of it each keeps and makes anew. */
export const PHASES = {
  search: {
    label: "Research",
    keeps: "The topic, what was asked for, and its search queries.",
    changes: "It searches again, so sources, outline, text, checks and search listing are new.",
  },
  outline: {
    label: "Outline",
    keeps: "The sources that were found and paid for.",
    changes:
      "The outline is made anew and waits for you; then text, checks and search listing are new.",
  },
  sections: {
    label: "Writing",
    keeps: "The sources, and the outline with your changes of it.",
    changes: "Every section is written again and checked; the search listing is new.",
  },
} as const satisfies Record<Phase, { label: string; keeps: string; changes: string }>;

/** Body of `POST /api/blog/posts/{id}/back`. */
export const backBody = z.strictObject({ phase: z.enum(phases) });
