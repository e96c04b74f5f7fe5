import "server-only";
import { defineRevision } from "../sections/revise";

export const findMoreSources = defineRevision({
  name: "find_more_sources",
  action: "sources",
  verb: "Find more sources for",
  description: "Search for more sources for a section, and write it with them.",
});
