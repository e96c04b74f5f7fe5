import { toEvents } from "../library/to-events";
import type { PostDocument, PostStatus } from "../schema";
import type { NewEvent } from "./append-events";

/**
 * The few events that bring every reader of a post to its document, whichever of the events before
 * they know: what adds up is taken back before it is said anew.
 */
export function restateDocument(document: PostDocument, status: PostStatus): NewEvent[] {
  const { model, remarks, used, sections, links, seo, cost } = document;
  const events: (NewEvent | null)[] = [
    // A search that begins again drops its queries, sources and remarks, and the problem.
    { type: "stage", data: { stage: "search", state: "started" } },
    used.length > 0 ? null : { type: "used", data: { parts: [] } },
    model && { type: "model", data: model },
    ...remarks.map((data): NewEvent => ({ type: "remark", data })),
    ...sections.map(({ id }): NewEvent => ({ type: "section-reset", data: { sectionId: id } })),
    links.length > 0 ? null : { type: "links", data: { urls: [] } },
    seo ? null : { type: "seo-reset", data: {} },
    { type: "cost", data: cost },
    ...toEvents(document, status),
  ];
  return events.filter((event) => event !== null);
}
