import { z } from "zod";
import { modelId } from "../../models/schema";

/** Body of `POST /api/blog/posts/{id}/resume`, which may be empty: the model that goes on. */
export const resumeBody = z.strictObject({ model: modelId.optional() });
export type ResumeBody = z.infer<typeof resumeBody>;
