import "server-only";
import { defineRevision } from "./revise";

export const simplifySection = defineRevision({
  name: "simplify_section",
  action: "rewrite",
  verb: "Simplify",
  description: "Say a section in simpler words and shorter sentences.",
  instruction: "Say it in simpler words and shorter sentences.",
});
