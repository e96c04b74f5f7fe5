import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { storableText } from "../../text/storable-text";
import { outlineBody } from "../schema";

/** Body of `POST /api/blog/posts/{id}/outline/improve`: the outline as it is edited, and what to better. */
export const improveOutlineBody = outlineBody.extend({
  instruction: z
    .string()
    .overwrite(storableText)
    .trim()
    .min(1, "Say what should be better.")
    .max(LIMITS.instructionCharacters.outline),
});
export type ImproveOutlineBody = z.infer<typeof improveOutlineBody>;

/** A section of a proposed outline. `from` is the place, from 0, of the sent section it goes on from. */
export const improvedSection = z.object({
  from: z.int().nullable(),
  /** The id of that section, where it has one. */
  id: z.string().optional(),
  heading: z.string(),
  /** None leaves the choice to the run. */
  sourceIds: z.array(z.string()),
  /** Only where the section should be longer or shorter than an even share. */
  words: z.number().optional(),
});
export type ImprovedSection = z.infer<typeof improvedSection>;

/** What the model proposes: nothing has changed until the outline is approved. */
export const improvedOutline = z.object({ sections: z.array(improvedSection) });
export type ImprovedOutline = z.infer<typeof improvedOutline>;
