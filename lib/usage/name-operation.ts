/** What people call the kinds of calls; one that stands for itself is not listed. */
const NAMES: Record<string, string> = {
  check: "Checking a key",
  search: "Searching the web",
  contents: "Reading pages",
  plan: "Planning a post",
  outline: "Outlining a post",
  "improve-outline": "Improving an outline",
  section: "Writing sections",
  polish: "Polishing sections",
  judge: "Checking facts",
  mend: "Mending what a check found",
  seo: "Search metadata",
  titles: "Proposing titles",
  "analysis-seo": "Saying what searchers miss",
  "analysis-flow": "Saying where a post does not flow",
  openings: "Proposing openings",
  continue: "Suggestions while typing",
  study: "Studying a topic",
  website: "Reading your website",
  sitemap: "Studying your sitemap",
  research: "Studying competitors",
  persona: "Writing a persona",
  "persona-sample": "Trying a persona",
  assistant: "The assistant",
};

/** What people call a kind of call: "revise-shorten" is "Revise shorten" unless it has a name. */
export function nameOperation(operation: string): string {
  const words = operation.replaceAll("-", " ");
  return NAMES[operation] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
