import type { Ghost } from "./ghost";
import styles from "./suggestion.module.css";

/** Draws a ghost. It is read out by the line beneath the text, and is no part of the text itself. */
export function renderGhost({ content, citations }: Ghost): HTMLElement {
  const ghost = document.createElement("span");
  ghost.className = styles.ghost ?? "";
  ghost.setAttribute("aria-hidden", "true");
  ghost.append(
    ...content.map(({ text, attrs }) => {
      if (text !== undefined) return text;
      const citation = citations.find(({ passageId }) => passageId === attrs?.passageId);
      const mark = document.createElement("span");
      mark.className = styles.ghostMark ?? "";
      mark.textContent = String(citation?.number ?? "?");
      return mark;
    }),
  );
  return ghost;
}
