"use client";
import { Button } from "@mantine/core";
import { getHotkeyHandler } from "@mantine/hooks";
import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { createContext, useContext } from "react";
import type { NumberedCitation } from "@/lib/blog/citations/number-citations";
import styles from "../../_run/article/article.module.css";
import { CitationQuote } from "../../_run/article/citation-quote";
import { QuotePopover } from "../../_text/quote-popover";
import own from "./citation-view.module.css";

/** The citations of the post as it is being edited, with their numbers. */
export const EditorCitations = createContext<readonly NumberedCitation[]>([]);

/** A footnote mark in the editor: opens the quote, from where it can be removed. */
export function CitationView({ node, deleteNode, editor, selected }: NodeViewProps) {
  const passageId = String(node.attrs.passageId);
  const citation = useContext(EditorCitations).find((one) => one.passageId === passageId);
  return (
    <NodeViewWrapper as="span">
      <QuotePopover
        target={({ toggle }, mark) => (
          // biome-ignore lint/a11y/useSemanticElements: a line may begin behind a button, which is a box, and so with the full stop.
          <span
            {...mark}
            role="button"
            tabIndex={0}
            className={`${styles.mark} ${own.mark}`}
            data-selected={selected || undefined}
            onClick={toggle}
            onKeyDown={getHotkeyHandler([
              ["Enter", toggle],
              ["Space", toggle],
            ])}
            aria-label={
              citation ? `Source ${citation.number}: ${citation.title}` : "Unknown source"
            }
          >
            {citation?.number ?? "?"}
          </span>
        )}
      >
        {({ close }) => (
          <>
            {citation ? (
              <CitationQuote citation={citation} quotes={[citation.quote]} />
            ) : (
              <p>
                Nothing that was found for this post has this mark. It goes when the post is saved.
              </p>
            )}
            {editor.isEditable && (
              <Button
                size="xs"
                variant="default"
                className={own.removeMark ?? ""}
                onClick={() => {
                  close();
                  deleteNode();
                  editor.commands.focus();
                }}
              >
                Remove this citation
              </Button>
            )}
          </>
        )}
      </QuotePopover>
    </NodeViewWrapper>
  );
}
