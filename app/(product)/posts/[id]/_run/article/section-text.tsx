"use client";
import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import { type ComponentProps, createContext, memo, useContext, useMemo } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { markCitations } from "@/lib/blog/citations/mark-citations";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import { markClaims } from "@/lib/blog/claims/mark-claims";
import type { Claim } from "@/lib/blog/schema";
import { cleanHtml } from "@/lib/markdown/clean-html";
import { readMarkdown } from "@/lib/markdown/read-markdown";
import { toHtmlTree } from "@/lib/markdown/to-html-tree";
import { CitationMark } from "./citation-mark";

type Evidence = {
  citations: readonly NumberedCitation[];
  claims: readonly Claim[];
  links: readonly string[];
};
const NO_CLAIMS: readonly Claim[] = [];
const NO_LINKS: readonly string[] = [];
const EvidenceOfSection = createContext<Evidence>({
  citations: [],
  claims: NO_CLAIMS,
  links: NO_LINKS,
});

/** Headings stay below the section's own; a section points at its sources, and at what its author links to. */
const COMPONENTS: Components = {
  h1: "h3",
  h2: "h3",
  a: AuthorLink,
  sup: ({ node }) => (
    <Mark
      passageId={String(node?.properties.passage ?? "")}
      claim={Number(node?.properties.claim ?? -1)}
    />
  ),
};

type SectionTextProps = {
  markdown: string;
  citations: readonly NumberedCitation[];
  /** What the citation check found, if it has been made: the marks carry its levels. */
  claims?: readonly Claim[];
  /** The addresses that its author links to; any other link is its words. */
  links?: readonly string[];
  live: boolean;
};

/** The Markdown of one section, with its citation marks numbered. */
export function SectionText({
  markdown,
  citations,
  claims = NO_CLAIMS,
  links = NO_LINKS,
  live,
}: SectionTextProps) {
  const shown = live ? markdown.replace(/\[\^?[^\]\n]{0,16}$/, "") : markdown;
  const marked = useMemo(() => markClaims(shown, claims), [shown, claims]);
  const evidence = useMemo(() => ({ citations, claims, links }), [citations, claims, links]);
  return (
    <EvidenceOfSection value={evidence}>
      <Prose markdown={marked} />
    </EvidenceOfSection>
  );
}

/** Reads again only when its own text has changed, not when another section has. */
const Prose = memo(function Prose({ markdown }: { markdown: string }) {
  const tree = cleanHtml(toHtmlTree(readMarkdown(markdown), { direction: "ltr" }));
  markCitations(tree);
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components: COMPONENTS, passNode: true });
});

function AuthorLink({ href, children }: ComponentProps<"a">) {
  const { links } = useContext(EvidenceOfSection);
  if (href === undefined || !links.includes(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

/** A mark whose passage has not arrived yet shows nothing. */
function Mark({ passageId, claim }: { passageId: string; claim: number }) {
  const { citations, claims } = useContext(EvidenceOfSection);
  const citation = useMemo(
    () => citations.find((candidate) => candidate.passageId === passageId),
    [citations, passageId],
  );
  return citation ? <CitationMark citation={citation} claim={claims[claim]} /> : null;
}
