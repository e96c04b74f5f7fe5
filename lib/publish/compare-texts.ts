import { diffArrays } from "diff";
import type { KeptText } from "../integrations/publisher";
import type { ChangedLine, SiteChange } from "./schema";
import type { KeptOfRow } from "./to-publication";

/** How many unchanged lines are shown around a change, and how many lines at most. */
const AROUND = 1;
const MOST_LINES = 200;
/** Lines that go and come: of more, nobody looks for what they share. */
const MOST_CHANGES = 2_000;

/** True when a text on a site is one of our own; a text that was only sent is known by its words. */
export function isOwn(present: KeptText, own: readonly KeptOfRow[]): boolean {
  return own.some(({ title, text, hash }) =>
    hash === "" ? title === present.title && text === present.text : hash === present.hash,
  );
}

/** What differs between the text that we left on a site and the one that is there. */
export function describeChange(before: KeptOfRow, present: KeptText): SiteChange {
  const parts = compareLines(toLines(before.text), toLines(present.text));
  const lines = parts.flatMap(({ value, added, removed }, at): ChangedLine[] => {
    if (added || removed)
      return value.map((text) => ({ kind: added ? ("new" as const) : ("gone" as const), text }));
    return trim(value, { first: at === 0, last: at === parts.length - 1 });
  });
  const changed = lines.some(({ kind }) => kind !== "same");
  return {
    title: before.title === present.title ? null : { before: before.title, now: present.title },
    lines: changed ? lines.slice(0, MOST_LINES) : [],
  };
}

/** Texts with hardly anything in common are not searched for it: a site may send anything. */
function compareLines(before: string[], present: string[]) {
  return (
    diffArrays(before, present, { maxEditLength: MOST_CHANGES }) ?? [
      { value: before, added: false, removed: true },
      { value: present, added: true, removed: false },
    ]
  );
}

function toLines(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

/** Of lines that are the same, those next to a change. */
function trim(lines: readonly string[], { first, last }: { first: boolean; last: boolean }) {
  const kept = lines.filter(
    (_, at) => (!first && at < AROUND) || (!last && at >= lines.length - AROUND),
  );
  return kept.map((text) => ({ kind: "same" as const, text }));
}
