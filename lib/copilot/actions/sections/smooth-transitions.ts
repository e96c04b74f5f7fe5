import "server-only";
import { defineRevision } from "./revise";

export const smoothTransitions = defineRevision({
  name: "smooth_transitions",
  action: "flow",
  verb: "Smooth the transitions of",
  description: "Let a section lead on from the one before, and to the one after.",
});
