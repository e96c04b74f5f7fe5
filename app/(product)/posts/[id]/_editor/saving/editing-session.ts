import { isPassing, type Problem } from "@/app/_ui/messages/problem";
import type { EditReason } from "@/lib/blog/edit/schema";
import type { Post } from "@/lib/blog/schema";
import { type Draft, isSameDraft, mergeSaved, toDraft, weightier } from "./draft";
import { fetchPost, sendDraft } from "./editor-requests";
import { dropKeptDrafts } from "./kept-draft";

/** How saving stands, as the page says it; `passing` when another try may succeed. */
export type SaveState =
  | { kind: "saved" | "unsaved" | "saving" }
  | { kind: "failed"; message: string; passing: boolean };

/** All that the editor shows. */
export type EditingState = {
  draft: Draft;
  /** The post as it was saved last. */
  base: Post;
  save: SaveState;
  /** The newer post that somebody else has saved: nothing is sent until it is decided. */
  theirs: Post | null;
  /** Counts how often the text of a section was replaced from outside its own editor. */
  revisions: Record<string, number>;
};

/** A draft of a post and how it gets to the server: one save at a time, each over the version before. */
export class EditingSession {
  #state: EditingState;
  #reason: EditReason | null = null;
  #queue: Promise<Post | null> = Promise.resolve(null);
  readonly #listeners = new Set<() => void>();

  constructor(post: Post) {
    const draft = toDraft(post.document);
    this.#state = { draft, base: post, save: { kind: "saved" }, theirs: null, revisions: {} };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly read = (): EditingState => this.#state;

  /** Takes a change of the draft; `replaced` names sections whose text comes from outside their editor. */
  change(
    edit: (draft: Draft) => Draft,
    reason: EditReason,
    replaced: readonly string[] = [],
  ): void {
    const draft = edit(this.#state.draft);
    this.#reason = weightier(reason, this.#reason);
    const isSaving = this.#state.save.kind === "saving";
    const save: SaveState = isSaving ? this.#state.save : { kind: "unsaved" };
    this.#show({ draft, save }, replaced);
  }

  /** Saves what there is now. @returns the stored post, or null when it could not be saved. */
  save(): Promise<Post | null> {
    this.#queue = this.#queue.then(() => this.#saveOnce());
    return this.#queue;
  }

  /** Shows a post that was saved elsewhere or restored, in place of the draft. */
  replace(base: Post): void {
    const draft = toDraft(base.document);
    this.#reason = null;
    const ids = draft.sections.map(({ id }) => id);
    this.#show({ draft, base, theirs: null, save: { kind: "saved" } }, ids);
  }

  /** Takes over what the server has found without a change of the text. */
  adopt(base: Post): void {
    this.#show({ base });
  }

  /** Ends a conflict: the own text becomes the newest version, over theirs. */
  keepMine(newest: Post, mine = this.#state.draft): Promise<Post | null> {
    const ids = mine === this.#state.draft ? [] : mine.sections.map(({ id }) => id);
    this.#show({ base: newest, theirs: null });
    this.change(() => mine, "conflict", ids);
    return this.save();
  }

  async #saveOnce(): Promise<Post | null> {
    const { draft: sent, base, theirs } = this.#state;
    if (theirs) return null;
    if (isSameDraft(sent, toDraft(base.document))) {
      this.#show({ save: { kind: "saved" } });
      return base;
    }
    const reason = this.#reason ?? "typing";
    this.#reason = null;
    this.#show({ save: { kind: "saving" } });
    const answer = await sendDraft(base, sent, reason);
    if (answer.ok) return this.#settle(answer.value, sent);
    this.#reason = weightier(reason, this.#reason);
    return this.#fail(answer.problem);
  }

  #settle(base: Post, sent: Draft): Post {
    const stored = toDraft(base.document);
    const { draft, replaced } = mergeSaved(this.#state.draft, sent, stored);
    const isSaved = isSameDraft(draft, stored);
    if (isSaved) dropKeptDrafts(base.id);
    this.#show({ base, draft, save: { kind: isSaved ? "saved" : "unsaved" } }, replaced);
    return base;
  }

  async #fail(problem: Problem): Promise<Post | null> {
    const newest =
      problem.code === "edit_conflict" ? await fetchPost(this.#state.base.id) : undefined;
    if (newest?.ok) {
      const { draft } = this.#state;
      if (isSameDraft(draft, toDraft(newest.value.document)))
        return this.#settle(newest.value, draft);
      this.#show({ theirs: newest.value });
    }
    const passing = isPassing(problem);
    this.#show({ save: { kind: "failed", message: describe(problem), passing } });
    return null;
  }

  #show(part: Partial<EditingState>, replaced: readonly string[] = []): void {
    const counted = replaced.map((id) => [id, (this.#state.revisions[id] ?? 0) + 1] as const);
    const revisions = { ...this.#state.revisions, ...Object.fromEntries(counted) };
    this.#state = { ...this.#state, ...part, revisions };
    for (const listener of this.#listeners) listener();
  }
}

function describe({ title, detail, code, fields }: Problem): string {
  const [field] = fields ?? [];
  if (field) return field.message;
  if (code === "offline")
    return "this site could not be reached. Your words are kept in this browser.";
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}. ${detail}`;
}
