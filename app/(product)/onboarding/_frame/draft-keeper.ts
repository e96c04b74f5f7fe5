import { isPassing } from "@/app/_ui/messages/problem";
import { DRAFT_MS } from "@/lib/limits/paces";
import type { StepId } from "@/lib/onboarding/schema";
import { readSavedAt, saveDraft } from "./step-requests";

const RETRY_MS = 3_000;

/**
 * Keeps the newest text of a half-filled form on the server: one request at a time, and again where
 * the server could not be reached. Nothing is kept of a form that is being completed.
 */
export class DraftKeeper {
  readonly #step: StepId;
  #savedAt: string | null;
  #latest: string;
  #kept: string;
  #closed = false;
  #sending = false;
  #underway: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param savedAt when the data was completed that the form was opened on; null without any. */
  constructor(step: StepId, text: string, savedAt: string | null) {
    this.#step = step;
    this.#savedAt = savedAt;
    this.#latest = text;
    this.#kept = text;
  }

  /** The form holds another text, as JSON; it is sent a moment later. */
  change(text: string): void {
    if (text === this.#latest) return;
    this.#latest = text;
    this.#sendIn(DRAFT_MS);
  }

  /** The form is being completed, or that was refused and it is open again. */
  close(closed: boolean): void {
    this.#closed = closed;
    if (closed) clearTimeout(this.#timer);
    else if (this.#latest !== this.#kept) this.#sendIn(DRAFT_MS);
  }

  /** The page is being left or hidden: what is not kept yet is sent at once. */
  leave(): void {
    clearTimeout(this.#timer);
    void this.#send(true);
  }

  /** Sends what is not kept yet, and waits until that was tried. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#underway;
    await this.#send(false);
  }

  /** The form is gone, and nothing is tried again. */
  end(): void {
    this.leave();
    this.close(true);
  }

  #sendIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#underway = this.#send(false);
    }, ms);
  }

  async #send(leaving: boolean): Promise<void> {
    if (this.#closed || this.#latest === this.#kept || (this.#sending && !leaving)) return;
    const text = this.#latest;
    this.#sending = true;
    const wait = await this.#keep(text, leaving);
    this.#sending = false;
    if (wait === null) this.#kept = text;
    if (!this.#closed && this.#latest !== this.#kept) this.#sendIn(wait ?? DRAFT_MS);
  }

  /**
   * Another tab may have completed the step: what is typed here since then is newer, and is kept.
   *
   * @returns after how many milliseconds another try may succeed; null if none is needed.
   */
  async #keep(text: string, keepalive: boolean): Promise<number | null> {
    const draft: unknown = JSON.parse(text);
    const answer = await saveDraft(this.#step, draft, { savedAt: this.#savedAt, keepalive });
    if (answer.ok) return null;
    if (answer.problem.code !== "conflict") return isPassing(answer.problem) ? RETRY_MS : null;
    const now = this.#closed ? null : await readSavedAt(this.#step);
    if (now?.ok) this.#savedAt = now.value.savedAt;
    return now ? DRAFT_MS : null;
  }
}
