import "server-only";
import { defineRevision } from "./revise";

export const rewriteSection = defineRevision({
  name: "rewrite_section",
  action: "rewrite",
  verb: "Rewrite",
  description: "Write or rewrite a section as the user asks.",
});
