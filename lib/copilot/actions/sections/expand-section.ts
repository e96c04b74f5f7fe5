import "server-only";
import { defineRevision } from "./revise";

export const expandSection = defineRevision({
  name: "expand_section",
  action: "expand",
  verb: "Expand",
  description: "Make a section longer, from the same sources.",
});
