"use client";
import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { setCurrentSection } from "@/app/_ui/current-section";
import type { Proposal } from "@/lib/blog/edit/schema";
import type { Post, Source, Verdict } from "@/lib/blog/schema";
import { GrowingInput } from "../../../../../_ui/growing-input";
import type { DraftSection } from "../saving/draft";
import { SectionBody } from "./section-body";
import styles from "./section-editor.module.css";
import { type OutlineAction, SectionMenu, type ToolName } from "./section-menu";
import { SectionSources, useSourceChoice } from "./section-sources";
import { SectionTool } from "./section-tool";

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
  const [tool, setTool] = useState<{ name: ToolName; wish: string } | null>(null);
  const { root, choosing, open: openSources, close: closeSources } = useSourceChoice();
  const { id, heading, markdown } = section;
  const open = (name: ToolName, wish = "") => setTool({ name, wish });
  const accept = (proposal: Proposal) => {
    setTool(null);
    rest.onAccept(proposal);
  };
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
          onChange={(value) => onChange({ heading: value })}
        />
        <SectionMenu
          heading={heading}
          place={place}
          busy={tool !== null || choosing}
          onTool={(chosen) => open(chosen)}
          onOutline={rest.onOutline}
          onSources={openSources}
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
        onRewrite={(words) => open("rewrite", `Change only this: “${words}”. `)}
      />
      {choosing && (
        <SectionSources
          section={section}
          sources={rest.sources.all}
          chosen={rest.sources.chosen}
          onChoose={(sourceIds) => {
            closeSources();
            rest.onSources(sourceIds);
          }}
          onClose={closeSources}
        />
      )}
      {tool && (
        <SectionTool
          key={tool.name}
          tool={tool.name}
          section={section}
          instruction={tool.wish}
          save={rest.save}
          onAccept={accept}
          onVerdict={rest.onVerdict}
          onRewrite={(wish) => open("rewrite", wish)}
          onClose={() => setTool(null)}
        />
      )}
    </section>
  );
}
