import type { KeyboardEvent } from "react";

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus between the posts of the list with the arrow keys; from the search field, to the first. */
export function moveBetweenRows(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const links: Element[] = [...document.querySelectorAll("a[data-row]")];
  const at = event.target instanceof Element ? links.indexOf(event.target) : -1;
  const fromSearch = event.target instanceof HTMLInputElement && step === 1;
  const next = links[at + (step ?? 0)];
  if (step === undefined || (at < 0 && !fromSearch)) return;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
