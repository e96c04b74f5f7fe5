import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import { useMemo, useState } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { markCitations } from "@/lib/blog/citations/mark-citations";
import type { Citation } from "@/lib/blog/schema";
import { cleanHtml } from "@/lib/markdown/clean-html";
import { readMarkdown } from "@/lib/markdown/read-markdown";
import { toHtmlTree } from "@/lib/markdown/to-html-tree";
import styles from "./panel.module.css";

type AnswerTextProps = { text: string; citations: readonly Citation[] };

/** An answer with its marks, each of which opens the quotation that it rests on. */
export function AnswerText({ text, citations }: AnswerTextProps) {
  const [opened, setOpened] = useState<string>();
  const prose = useMemo(
    () => renderAnswer(text, { citations, opened, setOpened }),
    [text, citations, opened],
  );
  const quoted = citations.find(({ passageId }) => passageId === opened);
  return (
    <div className={styles.answer}>
      <div data-copilotkit className={`cpk:prose ${styles.prose}`}>
        {prose}
      </div>
      {quoted && (
        <figure className={styles.quote}>
          <blockquote>{quoted.quote}</blockquote>
          <figcaption>
            {quoted.url ? (
              <a href={quoted.url} target="_blank" rel="noopener noreferrer nofollow">
                {quoted.title}
              </a>
            ) : (
              quoted.title
            )}
          </figcaption>
        </figure>
      )}
    </div>
  );
}

type Marks = {
  citations: readonly Citation[];
  opened: string | undefined;
  setOpened: (passageId: string | undefined) => void;
};

/** Nothing is fetched and nothing leads away: neither images nor links of a model are shown. */
function renderAnswer(text: string, { citations, opened, setOpened }: Marks) {
  const components: Components = {
    a: "span",
    img: () => null,
    sup: ({ node }) => {
      const id = String(node?.properties.passage ?? "");
      const number = citations.findIndex(({ passageId }) => passageId === id) + 1;
      if (number === 0) return null;
      return (
        <button
          type="button"
          className={styles.mark}
          aria-expanded={opened === id}
          aria-label={`Quotation ${number}`}
          onClick={() => setOpened(opened === id ? undefined : id)}
        >
          {number}
        </button>
      );
    },
  };
  const tree = cleanHtml(toHtmlTree(readMarkdown(text), { direction: "ltr" }));
  markCitations(tree);
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components, passNode: true });
}
