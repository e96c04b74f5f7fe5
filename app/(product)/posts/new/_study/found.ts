import type { StudyList, WrittenPage } from "@/lib/blog/study/schema";

/** What a study has brought so far, and the topic that it looked at. */
export type Found = { topic: string; pages: WrittenPage[] } & Record<StudyList, string[]>;

/** A study that has brought nothing yet. */
export const beginStudy = (topic: string): Found => ({
  topic,
  pages: [],
  covered: [],
  angles: [],
  keywords: [],
  questions: [],
});
