"use client";
import type { Editor } from "@tiptap/react";
import { setCurrentSection } from "@/app/_ui/current-section";
import { SectionSlot } from "@/app/_ui/section-slots";
import type { Proposal } from "@/lib/blog/edit/schema";
import type { Post, Source, Verdict } from "@/lib/blog/schema";
import { LIMITS } from "@/lib/limits/registry";
import { GrowingInput } from "../../../../../_ui/growing-input";
import type { DraftSection } from "../saving/draft";
import { SectionBody } from "./section-body";
import styles from "./section-editor.module.css";
import { type OutlineAction, SectionMenu } from "./section-menu";
import { SectionSources } from "./section-sources";
import { SectionTool } from "./section-tool";
import { useSectionPanel } from "./use-section-panel";

type SectionEditorProps = {
  section: DraftSection;
  revision: number;
  place: { index: number; count: number };
  /** The post's sources, and those that it may draw on. */
  sources: { all: Source[]; chosen: readonly string[] };
  save: () => Promise<Post | null>;
  onSources: (sourceIds: string[]) => void;
  onChange: (patch: Partial<DraftSection>) => void;
  onOutline: (action: OutlineAction) => void;
  onAccept: (proposal: Proposal) => void;
  onVerdict: (verdict: Verdict) => void;
  onFocus: (editor: Editor) => void;
};

/** One section: its heading, its text, its menu, and the tool at work on it. */
export function SectionEditor({ section, revision, place, onChange, ...rest }: SectionEditorProps) {
  const { root, tool, choosing, ...panel } = useSectionPanel();
  const { id, heading, markdown } = section;
  return (
    <section
      ref={root}
      id={id}
      className={styles.section}
      aria-label={heading || "Section without a heading"}
      onFocus={() => setCurrentSection(id)}
    >
      <div className={styles.head}>
        <GrowingInput
          className={styles.heading ?? ""}
          label={`Heading ${place.index + 1}`}
          value={heading}
          maxLength={LIMITS.writtenHeadingCharacters}
          onChange={(value) => onChange({ heading: value })}
        />
        <SectionMenu
          heading={heading}
          place={place}
          busy={tool !== null || choosing}
          onTool={(chosen) => panel.open(chosen)}
          onOutline={rest.onOutline}
          onSources={panel.choose}
        />
      </div>
      <SectionBody
        key={revision}
        sectionId={id}
        heading={heading}
        markdown={markdown}
        editable={tool === null || tool.name === "check" || tool.name === "originality"}
        onChange={(value) => onChange({ markdown: value })}
        onFocus={rest.onFocus}
        onRewrite={(words) => panel.open("rewrite", `Change only this: “${words}”. `)}
      />
      <SectionSlot sectionId={id} />
      {choosing && (
        <SectionSources
          section={section}
          sources={rest.sources.all}
          chosen={rest.sources.chosen}
          onChoose={(sourceIds) => {
            panel.close();
            rest.onSources(sourceIds);
          }}
          onClose={panel.close}
        />
      )}
      {tool && (
        <SectionTool
          key={tool.name}
          tool={tool.name}
          section={section}
          instruction={tool.wish}
          save={rest.save}
          onAccept={(proposal) => {
            panel.close();
            rest.onAccept(proposal);
          }}
          onVerdict={rest.onVerdict}
          onRewrite={(wish) => panel.open("rewrite", wish)}
          onSources={(wish) => panel.open("sources", wish)}
          onClose={panel.close}
        />
      )}
    </section>
  );
}
