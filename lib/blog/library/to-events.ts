import type { NewEvent } from "../events/append-events";
import { toOutlineItem } from "../outline/to-outline-item";
import type { PostDocument, PostStatus, Section } from "../schema";

/** Events that fold to a document, and end with a run's `done`. What it has cost is left out. */
export function toEvents(document: PostDocument, status: PostStatus): NewEvent[] {
  const { title, stage, used, queries, sources, sections, citations, verdicts } = document;
  const { seo, problem, links } = document;
  const outline = sections.map(toOutlineItem);
  return [
    ...(used.length > 0 ? [event("used", { parts: used })] : []),
    ...queries.map((query) => event("query", { query })),
    ...sources.map((source) => event("source", source)),
    event("outline", { title, sections: outline }),
    ...(links.length > 0 ? [event("links", { urls: links })] : []),
    ...sections.flatMap(writeSection),
    ...citations.map((citation) => event("citation", citation)),
    ...verdicts.map((verdict) => event("verdict", verdict)),
    ...(seo ? [event("seo", seo)] : []),
    ...(stage ? [event("stage", { stage, state: "done" })] : []),
    ...(problem ? [event(status === "needs-key" ? "needs-key" : "error", problem)] : []),
    event("done", { status }),
  ];
}

function writeSection({ id: sectionId, markdown }: Section): NewEvent[] {
  if (markdown === "") return [];
  const text = event("section-delta", { sectionId, text: markdown });
  return [event("section-start", { sectionId }), text];
}

function event<Type extends NewEvent["type"]>(
  type: Type,
  data: Extract<NewEvent, { type: Type }>["data"],
): NewEvent {
  return { type, data } as NewEvent;
}
