import "server-only";
import { defineRevision } from "./revise";

export const shortenSection = defineRevision({
  name: "shorten_section",
  action: "shorten",
  verb: "Shorten",
  description: "Make a section shorter.",
});
