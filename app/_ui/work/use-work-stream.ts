"use client";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { useCallback, useEffect, useRef, useState } from "react";
import { workEvents } from "@/lib/http/schema";
import { describeUnreached, jsonPost, type Problem, readProblem } from "../messages/problem";
import { describeWorkError } from "./describe-work-error";

/** What a page shows of long work while it is done, and after it. `costUsd` is in US dollars. */
export type WorkState = {
  running: boolean;
  stopped: boolean;
  progress: { done: number; total: number; label: string } | null;
  /** Until when a quota is waited for, ISO 8601 in UTC; null while nothing is waited for. */
  waitUntil: string | null;
  /** True when nothing has been heard for a while. */
  quiet: boolean;
  costUsd: number | null;
  problem: Problem | null;
};
type Handlers = {
  /** One finished field of the result. */
  onField?: (name: string, value: unknown) => void;
  /** The whole result. */
  onDone: (data: unknown) => void;
  /** Where work that goes on by itself can be followed again, from its first event on, after the connection broke off. */
  again?: string;
  /** Told which run it is as soon as it has begun, where it goes on by itself. */
  onBegun?: (runId: string) => void;
};

const QUIET_MS = 15_000;
const AGAIN = { ms: 1_500, most: 40 };
const IDLE: WorkState = {
  running: false,
  stopped: false,
  progress: null,
  waitUntil: null,
  quiet: false,
  costUsd: null,
  problem: null,
};

/**
 * Starts long work by a POST, or follows some by a GET (a body of null), and can stop that: a provider that
 * works for this page alone is let go as well.
 */
export function useWorkStream() {
  const [state, setState] = useState(IDLE);
  const current = useRef<AbortController | null>(null);
  const patch = useCallback(
    (part: Partial<WorkState>) => setState((old) => ({ ...old, ...part })),
    [],
  );
  useEffect(() => () => current.current?.abort(), []);

  const start = useCallback(
    async (url: string, body: unknown, handlers: Handlers) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      setState({ ...IDLE, running: true });
      const listen = () => setTimeout(() => patch({ quiet: true }), QUIET_MS);
      let silence = listen();
      const take = (event: Frame) => {
        clearTimeout(silence);
        silence = listen();
        patch({ quiet: false, waitUntil: null });
        return takeEvent(event, patch, handlers);
      };
      const following = { signal: controller.signal, take };
      let isBegun = false;
      const onBegun = (runId: string) => {
        isBegun = true;
        handlers.onBegun?.(runId);
      };
      const first = await follow(url, body, { ...following, onBegun });
      const again = isBegun ? handlers.again : undefined;
      const problem = await followOn(first, again, following);
      const isGone = isBegun && problem?.code === "not_found";
      clearTimeout(silence);
      if (current.current === controller)
        patch({ running: false, ...tellEnd(controller.signal.aborted ? null : problem, isGone) });
      return controller.signal.aborted || isGone ? "stopped" : (problem?.code ?? "done");
    },
    [patch],
  );

  const stop = useCallback(() => {
    current.current?.abort();
    patch({ running: false, stopped: true });
  }, [patch]);

  return { ...state, start, stop };
}

/** Codes that say nothing of how the work itself stands: whoever asked was not heard, or no more. */
const UNHEARD: ReadonlySet<string> = new Set([
  "cut_off",
  "offline",
  "unreadable",
  "took_too_long",
  "vault_unavailable",
]);

type Frame = { event?: string | undefined; data: string };
type Following = {
  signal: AbortSignal;
  take: (frame: Frame) => Problem | null | undefined;
  onBegun?: (runId: string) => void;
};

/** Work that is not there any more was stopped elsewhere: that is no problem. */
function tellEnd(problem: Problem | null, isGone: boolean): Partial<WorkState> {
  if (isGone) return { stopped: true };
  return problem ? { problem } : {};
}

const CUT_OFF: Problem = {
  title: "The connection broke off",
  status: 0,
  code: "cut_off",
  detail: "What had arrived is kept in the form. Start again to get the rest.",
};

/** Follows again what broke off, for as long as a server may take to come back. */
async function followOn(
  broken: Problem | null,
  again: string | undefined,
  following: Following,
): Promise<Problem | null> {
  let problem = broken;
  if (!again) return broken;
  const goesOn = () => problem !== null && UNHEARD.has(problem.code) && !following.signal.aborted;
  for (let tries = 0; goesOn() && tries < AGAIN.most; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN.ms));
    problem = await follow(again, null, following);
  }
  return problem;
}

/** The problem it ended with, if any. */
async function follow(url: string, body: unknown, { signal, take, onBegun }: Following) {
  const headers = { accept: "text/event-stream" };
  const init = { ...(body === null ? { headers } : jsonPost(body, headers)), signal };
  const response = await fetch(url, init).catch(() => null);
  if (!response) return describeUnreached();
  if (!response.ok || !response.body) return readProblem(await response.json().catch(() => null));
  const runId = response.headers.get("x-run-id");
  if (runId) onBegun?.(runId);
  const frames = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  for (;;) {
    const next = await frames.read().catch(() => null);
    if (!next || next.done) return CUT_OFF;
    const ended = take(next.value);
    if (ended !== undefined) return ended;
  }
}

/** Undefined while there is more to come, null at a good end, else the problem. */
function takeEvent(
  { event = "", data }: Frame,
  patch: (part: Partial<WorkState>) => void,
  handlers: Handlers,
): Problem | null | undefined {
  const json: unknown = JSON.parse(data);
  if (event === "progress") patch({ progress: workEvents.progress.parse(json) });
  if (event === "wait") patch({ waitUntil: workEvents.wait.parse(json).until });
  if (event === "cost") patch({ costUsd: workEvents.cost.parse(json).usd });
  if (event === "error") return describeWorkError(workEvents.error.parse(json));
  if (event === "field") {
    const { name, value } = workEvents.field.parse(json);
    handlers.onField?.(name, value);
  }
  if (event !== "done") return undefined;
  handlers.onDone(workEvents.done.parse(json).data);
  return null;
}
