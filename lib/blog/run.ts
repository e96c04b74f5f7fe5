import type { Caller } from "../calls/caller";
import type { Author } from "./author/load-author";
import type { EventWriter } from "./events/open-event-writer";
import type { GenerateBody, Source } from "./schema";

/** One run of the pipeline: whose it is, what was asked, and where it reports. Carries no key. */
export type Run = Caller & {
  postId: string;
  request: GenerateBody;
  /** What of the author's profile this post uses. */
  author: Author;
  emit: EventWriter["emit"];
};

/** A stretch of a source that a sentence may cite. */
export type Passage = { id: string; sourceId: string; text: string };
/** All that a run may cite. */
export type Library = { sources: Source[]; passages: Passage[] };
/** What the plan stage decided. */
export type Plan = {
  title: string;
  angle: string;
  audience: string;
  language: string;
  queries: string[];
  headings: string[];
};
