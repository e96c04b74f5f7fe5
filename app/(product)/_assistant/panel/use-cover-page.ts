import { useMediaQuery } from "@mantine/hooks";
import { type RefObject, useEffect } from "react";

/** Where the panel is as wide as the screen; `panel.module.css` says the same. */
const NARROW = "(max-width: 34rem)";

/** On a narrow screen the panel covers the page: what is under it can be neither reached nor read then. */
export function useCoverPage(panel: RefObject<HTMLElement | null>): void {
  const covers = useMediaQuery(NARROW);
  useEffect(() => {
    if (!covers || !panel.current) return;
    const covered = listCovered(panel.current).filter(({ inert }) => !inert);
    for (const part of covered) part.inert = true;
    return () => {
      for (const part of covered) part.inert = false;
    };
  }, [covers, panel]);
}

/** The content of the page, and what stands beside the panel in the bar that it was opened from. */
function listCovered(panel: HTMLElement): HTMLElement[] {
  const covered = [...document.querySelectorAll<HTMLElement>("#content")];
  for (let part = panel; part.parentElement !== document.body; part = part.parentElement) {
    if (!part.parentElement) break;
    const beside = [...part.parentElement.children].filter((one) => one !== part);
    covered.push(...beside.filter((one) => one instanceof HTMLElement));
  }
  return covered;
}
