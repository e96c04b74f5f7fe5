import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { generateBody } from "../schema";

/** Body of `POST /api/blog/study`: what a post would be about, and for whom. */
export const studyBody = generateBody.pick({
  topic: true,
  keywords: true,
  audience: true,
  industry: true,
  language: true,
});
export type StudyBody = z.infer<typeof studyBody>;

/** A page that is there already. `publishedAt` is ISO 8601, null where it has no date. */
export const writtenPage = z.object({
  url: z.string(),
  title: z.string(),
  publishedAt: z.string().nullable(),
});
export type WrittenPage = z.infer<typeof writtenPage>;

/** The longest of each, in characters: an angle fits the form's field, a question its headings; what is covered is as short. */
export const STUDY_LIMITS = {
  covered: LIMITS.headingCharacters,
  angles: LIMITS.angleCharacters,
  keywords: LIMITS.keywordCharacters,
  questions: LIMITS.headingCharacters,
} as const;
/** What a study finds beside the pages, as the names of its fields. */
export type StudyList = keyof typeof STUDY_LIMITS;
