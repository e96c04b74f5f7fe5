import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, vi } from "vitest";
import { livingSteps } from "@/lib/blog/durable/living/living-steps";
import { takeRuns } from "@/lib/blog/durable/runs/start-queued";
import type { Ticket } from "@/lib/blog/durable/step-results";
import { clerkUser, saveKeyDirectly } from "../database/save-key-directly";
import { requestPost } from "./make-post";

/** A run and the keys that pay for it. */
export type Begun = Ticket & { gemini: string; exa: string };

/** A running post whose owner's keys do what the scenarios say; nothing of it is done yet. */
export async function beginRun(scenarios: { gemini?: string; exa?: string } = {}): Promise<Begun> {
  const user = clerkUser(`run_${randomUUID()}`);
  const gemini = `${scenarios.gemini ?? "ok"}-run-${randomUUID()}`;
  const exa = `${scenarios.exa ?? "ok"}-run-${randomUUID()}`;
  await saveKeyDirectly(user, { gemini, exa });
  const { id } = await requestPost(user, { topic: "Caching in Next.js", wordCount: 300 });
  await takeRuns(user);
  return { user, postId: id, gemini, exa };
}

/** Time passes by the clock alone, for each test of a file: nobody sleeps through a minute. */
export function passTimeByTheClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    livingSteps.clear();
  });
}
