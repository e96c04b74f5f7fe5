import { z } from "zod";
import { saveEditBody } from "../../blog/edit/schema";
import type { ShownChange } from "../schema";

/** The edit of a post that a suggestion asks for; its version stands beside it. */
export const postChange = saveEditBody.pick({ title: true, sections: true, seo: true });
/** Fields of a form of the wizard. */
export const draftChange = z.strictObject({
  step: z.enum(["website", "research", "persona"]),
  values: z.record(z.string(), z.unknown()),
});

/** A change of words that is about to be shown to its user. */
export type NewSuggestion = { title: string; reason: string; shown: ShownChange[] } & (
  | { kind: "post"; postId: string; basedOn: number; change: z.infer<typeof postChange> }
  | { kind: "draft"; change: z.infer<typeof draftChange> }
);
