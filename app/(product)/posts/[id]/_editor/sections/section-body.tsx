"use client";
import { type Editor, EditorContent, ReactNodeViewRenderer, useEditor } from "@tiptap/react";
import { useMemo, useRef, useState } from "react";
import { showToast } from "@/app/_ui/messages/toast";
import text from "../../_text/post-text.module.css";
import { describeLeftOut } from "../pasting/describe-left-out";
import { PasteExtension } from "../pasting/paste-extension";
import { Slashes } from "../slash/slashes";
import { SuggestionLine } from "../suggesting/suggestion-line";
import { useSuggestion } from "../suggesting/use-suggestion";
import { CitationNode } from "../text/citation-node";
import { CitationView } from "../text/citation-view";
import { type ParsedSection, parseSection } from "../text/parse-section";
import { SECTION_EXTENSIONS } from "../text/section-format";
import { type Origin, rememberOrigin, toMarkdown } from "../text/section-markdown";
import { SelectionBar } from "../toolbar/selection-bar";
import styles from "./section-body.module.css";

/** What is pressed on a mark is the mark's own; it can be dragged as any piece of the text. */
const stopEvent = ({ event }: { event: Event }) => !/^(drag|drop)/.test(event.type);
const EXTENSIONS = [
  ...SECTION_EXTENSIONS,
  CitationNode.extend({ addNodeView: () => ReactNodeViewRenderer(CitationView, { stopEvent }) }),
  PasteExtension.configure({
    onLeftOut: (leftOut) =>
      showToast({ title: "Not all was pasted", message: describeLeftOut(leftOut), tone: "warn" }),
  }),
];

type SectionBodyProps = {
  sectionId: string;
  heading: string;
  /** Read once: give the component another `key` to show another text. */
  markdown: string;
  editable: boolean;
  onChange: (markdown: string) => void;
  onFocus: (editor: Editor) => void;
  /** Selected words should be written anew. */
  onRewrite: (words: string) => void;
};

/** The text of a section, to be written in. */
export function SectionBody({ sectionId, heading, markdown, editable, ...on }: SectionBodyProps) {
  const origin = useRef<Origin | undefined>(undefined);
  const [opened] = useState(() => ({ markdown, parsed: parseSection(markdown) }));
  const [content] = useState(() => toContent(opened.parsed));
  const attributes = useMemo(() => describeTextbox(heading), [heading]);
  const editor = useEditor({
    extensions: EXTENSIONS,
    content,
    editable,
    immediatelyRender: false,
    injectCSS: false,
    enablePasteRules: false,
    editorProps: attributes,
    onCreate: ({ editor: created }) => {
      origin.current = rememberOrigin(opened.markdown, created.state.doc, opened.parsed);
    },
    onUpdate: ({ editor: changed }) => on.onChange(toMarkdown(changed.state.doc, origin.current)),
    onFocus: ({ editor: focused }) => on.onFocus(focused),
  });
  if (editor && editor.isEditable !== editable) editor.setEditable(editable, false);
  const suggestion = useSuggestion(editor, sectionId);
  return (
    <>
      <SelectionBar editor={editor} onRewrite={on.onRewrite}>
        <EditorContent editor={editor} className={`${text.text} ${styles.section}`} />
        <Slashes editor={editor} />
      </SelectionBar>
      <SuggestionLine suggestion={suggestion} />
    </>
  );
}

function toContent({ blocks }: ParsedSection) {
  return { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
}

function describeTextbox(heading: string) {
  const label = `Text of “${heading}”`;
  const attributes = { role: "textbox", "aria-multiline": "true", "aria-label": label };
  return { attributes: { ...attributes, class: styles.text ?? "" } };
}
