"use client";
import { createContext, memo, useContext, useMemo } from "react";
import Markdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import type { NumberedCitation } from "@/lib/blog/number-citations";
import { CitationMark } from "./citation-mark";
import { markCitations } from "./mark-citations";

const Citations = createContext<readonly NumberedCitation[]>([]);

/** Headings stay below the section's own; a section points at nothing but its sources, through its marks. */
const COMPONENTS: Components = {
  h1: "h3",
  h2: "h3",
  a: "span",
  img: () => null,
  sup: ({ node }) => <Mark passageId={String(node?.properties.passage ?? "")} />,
};

type SectionTextProps = {
  markdown: string;
  citations: readonly NumberedCitation[];
  live: boolean;
};

/** The Markdown of one section, with its citation marks numbered. */
export function SectionText({ markdown, citations, live }: SectionTextProps) {
  const shown = live ? markdown.replace(/\[\^?[^\]\n]{0,16}$/, "") : markdown;
  return (
    <Citations value={citations}>
      <Prose markdown={shown} />
    </Citations>
  );
}

/** Parses again only when its own text has changed, not when another section has. */
const Prose = memo(function Prose({ markdown }: { markdown: string }) {
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[rehypeSanitize, markCitations]}
      components={COMPONENTS}
    >
      {markdown}
    </Markdown>
  );
});

/** A mark whose passage has not arrived yet shows nothing. */
function Mark({ passageId }: { passageId: string }) {
  const citations = useContext(Citations);
  const citation = useMemo(
    () => citations.find((candidate) => candidate.passageId === passageId),
    [citations, passageId],
  );
  return citation ? <CitationMark citation={citation} /> : null;
}
