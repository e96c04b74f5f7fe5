import type { PostDocument, PostEvent, Section } from "./schema";

/** The document of a post whose run has not said anything yet. */
export function emptyDocument(topic: string): PostDocument {
  return {
    title: topic,
    stage: null,
    used: [],
    queries: [],
    sources: [],
    sections: [],
    citations: [],
    cost: { totalUsd: 0, byProvider: {} },
    problem: null,
  };
}

/**
 * Folds one event into a document. Server and browser share it, so that a client which applies the
 * stream in order holds exactly what `GET /api/blog/posts/{id}` gives. Pure: returns a new document.
 */
export function applyEvent(document: PostDocument, event: PostEvent): PostDocument {
  switch (event.type) {
    case "stage":
      return { ...document, stage: event.data.stage };
    case "used":
      return { ...document, used: event.data.parts };
    case "query":
      return { ...document, queries: [...document.queries, event.data.query] };
    case "source":
      return { ...document, sources: [...document.sources, event.data] };
    case "outline":
      return {
        ...document,
        title: event.data.title,
        sections: event.data.sections.map((item) => ({ ...item, markdown: "" })),
      };
    case "section-start":
    case "section-reset":
      return clearSection(document, event.data.sectionId);
    case "section-delta": {
      const { sectionId, text } = event.data;
      return updateSection(document, sectionId, (markdown) => markdown + text);
    }
    case "citation":
      return { ...document, citations: [...document.citations, event.data] };
    case "cost":
      return { ...document, cost: event.data };
    case "error":
    case "needs-key":
      return { ...document, problem: event.data };
    default:
      return document;
  }
}

function clearSection(document: PostDocument, sectionId: string): PostDocument {
  const citations = document.citations.filter((citation) => citation.sectionId !== sectionId);
  return updateSection({ ...document, citations }, sectionId, () => "");
}

function updateSection(
  document: PostDocument,
  sectionId: string,
  change: (markdown: string) => string,
): PostDocument {
  const sections = document.sections.map((section: Section) =>
    section.id === sectionId ? { ...section, markdown: change(section.markdown) } : section,
  );
  return { ...document, sections };
}
