import type { UserId } from "../../auth/user-id";
import type { Author } from "../author/load-author";
import type { Library, Plan } from "../run";
import type { OutlineItem } from "../schema";

/** A run and whose it is. A workflow carries the post's id alone: the engine's tables know no user. */
export type Ticket = { user: UserId; postId: string };
/** One step of a run: a stage, or the writing and checking of one section. */
export type StepId =
  | "preflight"
  | "plan"
  | "library"
  | "outline"
  | `section:${string}`
  | "seo"
  | "finish";

/** What the pipeline needs to know of a step that is over, or cannot be done now. */
export type StepResult = {
  /** The run is over, or waits for its user: no further step. */
  ended: boolean;
  /** The sections to write, after the outline. */
  sectionIds: string[];
  /** It could not be done now, and holds nothing: deliver it again after so many seconds. */
  waitSeconds?: number;
  /** It waits because its user has their share of a busy server: another step of the run may be under way. */
  isCrowded?: boolean;
};

/** How often each step of a run has had to wait. */
export type Waits = Partial<Record<StepId, number>>;

/** What one delivery of a run has come to: its end, or when the next is due. */
export type Stretch = { ended: true } | { ended: false; waitSeconds: number; waits: Waits };

/** The model that writes a run, and the one that its user was told of: its price is the most to be paid. */
export type RunModel = { id: string; wanted: string };

/** What the finished steps of a run have made, as their checkpoints hold it. */
export type Made = {
  /** The author as they were when the run began. */
  preflight?: { author: Author };
  model?: RunModel;
  plan?: Plan;
  library?: Library;
  outline?: { title: string; sections: OutlineItem[]; approved: boolean };
  /** Sections as they were written, before the check, by section id. */
  written: Record<string, { markdown: string; dropped: number }>;
};
