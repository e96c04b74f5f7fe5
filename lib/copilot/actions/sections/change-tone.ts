import "server-only";
import { defineRevision } from "./revise";

export const changeTone = defineRevision({
  name: "change_tone",
  action: "tone",
  verb: "Change the tone of",
  description: "Change the tone of a section, or the readers it speaks to.",
});
