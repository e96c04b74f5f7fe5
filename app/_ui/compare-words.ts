import { type Change, diffWordsWithSpace } from "diff";

/** Words that go and come: of more, finding what they share would hold up the page for seconds. */
const MOST_CHANGES = 4_000;

/** Two texts in one, word by word; texts with hardly anything in common one after the other. */
export function compareWords(before: string, after: string): readonly WordChange[] {
  return (
    diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES }) ?? [
      { value: before, added: false, removed: true },
      { value: after, added: true, removed: false },
    ]
  );
}
export type WordChange = Pick<Change, "value" | "added" | "removed">;
