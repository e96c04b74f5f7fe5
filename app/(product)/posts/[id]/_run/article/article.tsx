"use client";
import { useMounted } from "@mantine/hooks";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import type { Claim, PostDocument, Section } from "@/lib/blog/schema";
import text from "../../_text/post-text.module.css";
import styles from "./article.module.css";
import { SectionText } from "./section-text";
import { SourceList } from "./source-list";
import { isLightToDraw } from "./weigh-drawing";

type ArticleProps = { document: PostDocument; citations: NumberedCitation[]; live: boolean };

/** The post itself, whole or as far as it has come. */
export function Article({ document, citations, live }: ArticleProps) {
  const inBrowser = useMounted();
  const drawn = inBrowser || isLightToDraw(document.sections);
  return (
    <article className={`${text.text} ${styles.article}`} aria-busy={live}>
      <h1 id="text" tabIndex={-1} className={styles.title}>
        {document.title}
      </h1>
      {document.sections.map((section) => (
        <section key={section.id} id={section.id} aria-labelledby={`${section.id}-heading`}>
          <h2 id={`${section.id}-heading`}>{section.heading}</h2>
          {drawn ? (
            <SectionBody
              section={section}
              citations={quotedIn(section, document, citations)}
              claims={claimsIn(section, document)}
              links={document.links}
              live={live}
            />
          ) : (
            <SkeletonLines widths={[97, 92, 58]} label="The text is being drawn" />
          )}
        </section>
      ))}
      {live && document.sections.length === 0 && (
        <div className={styles.waiting}>
          <SkeletonLines widths={[96, 91, 98, 64]} label="No words yet" />
        </div>
      )}
      {citations.length > 0 && <SourceList citations={citations} document={document} />}
    </article>
  );
}

/** The citations of one section: their common numbers, with the quotes that this section rests on. */
function quotedIn(section: Section, document: PostDocument, citations: NumberedCitation[]) {
  const own = document.citations.filter((citation) => citation.sectionId === section.id);
  return own.flatMap((citation) => {
    const numbered = citations.find((other) => other.passageId === citation.passageId);
    return numbered ? [{ ...citation, number: numbered.number }] : [];
  });
}

const NO_CLAIMS: Claim[] = [];
function claimsIn(section: Section, { verdicts }: PostDocument): Claim[] {
  return verdicts.find(({ sectionId }) => sectionId === section.id)?.claims ?? NO_CLAIMS;
}

function SectionBody({
  section,
  citations,
  claims,
  links,
  live,
}: { section: Section; claims: Claim[]; links: string[] } & Omit<ArticleProps, "document">) {
  const { markdown } = section;
  if (markdown !== "") return <SectionText {...{ markdown, citations, claims, links, live }} />;
  if (live) return <SkeletonLines widths={[97, 92, 58]} />;
  return <p className={styles.unwritten}>This section was not written.</p>;
}
