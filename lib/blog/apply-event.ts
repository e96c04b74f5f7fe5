import type {
  Citation,
  EventData,
  PostDocument,
  PostEvent,
  Section,
  StageId,
  Verdict,
} from "./schema";

/** The document of a post whose run has not said anything yet. */
export function emptyDocument(topic: string): PostDocument {
  return {
    title: topic,
    stage: null,
    used: [],
    model: null,
    remarks: [],
    queries: [],
    sources: [],
    sections: [],
    links: [],
    citations: [],
    verdicts: [],
    seo: null,
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
      return event.data.state === "started"
        ? beginStage(document, event.data.stage)
        : { ...document, stage: event.data.stage };
    case "used":
      return { ...document, used: event.data.parts };
    case "model":
      return { ...document, model: event.data };
    case "remark":
      return { ...document, remarks: [...document.remarks, event.data] };
    case "query":
      return { ...document, queries: [...document.queries, event.data.query] };
    case "source":
      return { ...document, sources: [...document.sources, event.data] };
    case "outline":
      return outline(document, event.data);
    case "section-start":
    case "section-reset":
      return clearSection(document, event.data.sectionId);
    case "section-delta": {
      const { sectionId, text } = event.data;
      return updateSection(document, sectionId, (markdown) => markdown + text);
    }
    case "citation":
      return { ...document, citations: inOrder(document, [...document.citations, event.data]) };
    case "verdict":
      return { ...document, verdicts: replaceVerdict(document, event.data) };
    case "seo":
      return { ...document, seo: event.data };
    case "seo-reset":
      return { ...document, seo: null };
    case "links":
      return { ...document, links: event.data.urls };
    case "cost":
      return { ...document, cost: event.data };
    case "error":
    case "needs-key":
      return { ...document, problem: event.data };
    default:
      return document;
  }
}

/** A stage that begins again, after a kill or a new key, drops what it had shown before. */
function beginStage(document: PostDocument, stage: StageId): PostDocument {
  const fresh = { ...document, stage, problem: null };
  return stage === "search" ? { ...fresh, queries: [], sources: [], remarks: [] } : fresh;
}

/** Sections that keep their id keep their text; what belongs to them comes in their new order. */
function outline(document: PostDocument, { title, sections }: EventData["outline"]): PostDocument {
  const texts = new Map(document.sections.map(({ id, markdown }) => [id, markdown]));
  const kept = (item: { sectionId: string }) => sections.some(({ id }) => id === item.sectionId);
  const next = {
    ...document,
    title,
    sections: sections.map((item) => ({ ...item, markdown: texts.get(item.id) ?? "" })),
    verdicts: sections.flatMap(
      ({ id }) => document.verdicts.find(({ sectionId }) => sectionId === id) ?? [],
    ),
  };
  return { ...next, citations: inOrder(next, document.citations.filter(kept)) };
}

/** In the order of the sections, whichever was written first; within one, in the order of arrival. */
function inOrder({ sections }: PostDocument, citations: Citation[]): Citation[] {
  const rank = new Map(sections.map(({ id }, index) => [id, index]));
  return citations.sort(
    (one, other) => (rank.get(one.sectionId) ?? 0) - (rank.get(other.sectionId) ?? 0),
  );
}

function replaceVerdict({ sections, verdicts }: PostDocument, verdict: Verdict): Verdict[] {
  const all = [...verdicts.filter(({ sectionId }) => sectionId !== verdict.sectionId), verdict];
  return sections.flatMap(({ id }) => all.find(({ sectionId }) => sectionId === id) ?? []);
}

function clearSection(document: PostDocument, sectionId: string): PostDocument {
  const isOther = (item: { sectionId: string }) => item.sectionId !== sectionId;
  const citations = document.citations.filter(isOther);
  const verdicts = document.verdicts.filter(isOther);
  return updateSection({ ...document, citations, verdicts }, sectionId, () => "");
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
