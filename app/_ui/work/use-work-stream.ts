"use client";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { useCallback, useEffect, useRef, useState } from "react";
import { workEvents } from "@/lib/http/schema";
import { describeUnreached, jsonPost, type Problem, readProblem } from "../messages/problem";
import { describeWorkError } from "./describe-work-error";

/** What a page shows of long work while it is done, and after it. `costUsd` is in US dollars. */
export type WorkState = {
  running: boolean;
  /** True once it has begun as work that goes on by itself: whoever leaves the page loses nothing. */
  goesOn: boolean;
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
  goesOn: false,
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
      const onBegun = (runId: string) => {
        patch({ goesOn: true });
        handlers.onBegun?.(runId);
      };
      const following = { signal: controller.signal, take, handlers: { ...handlers, onBegun } };
      const problem = await followOn(await follow(url, body, following), following);
      clearTimeout(silence);
      const { aborted } = controller.signal;
      // Work that goes on by itself, and is not there any more, was stopped elsewhere.
      const isGone = handlers.again !== undefined && problem?.code === "not_found";
      const told = isGone ? { stopped: true } : { problem: aborted ? null : problem };
      if (current.current === controller) patch({ running: false, ...told });
      return aborted || isGone ? "stopped" : (problem?.code ?? "done");
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
export const UNHEARD: ReadonlySet<string> = new Set([
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
  handlers: Handlers;
};

const CUT_OFF: Problem = {
  title: "The connection broke off",
  status: 0,
  code: "cut_off",
  detail: "What had arrived is kept in the form. Start again to get the rest.",
};

/** Follows again what broke off, for as long as a server may take to come back. */
async function followOn(broken: Ended, following: Following): Promise<Problem | null> {
  let { problem } = broken;
  const { again } = following.handlers;
  if (!again || !broken.begun) return problem;
  const goesOn = () => problem !== null && UNHEARD.has(problem.code) && !following.signal.aborted;
  for (let tries = 0; goesOn() && tries < AGAIN.most; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN.ms));
    ({ problem } = await follow(again, null, following));
  }
  return problem;
}

/** The problem it ended with, if any, and whether it had begun as work that goes on by itself. */
type Ended = { problem: Problem | null; begun: boolean };

async function follow(url: string, body: unknown, following: Following): Promise<Ended> {
  const { signal, take, handlers } = following;
  const headers = { accept: "text/event-stream" };
  const init = { ...(body === null ? { headers } : jsonPost(body, headers)), signal };
  const response = await fetch(url, init).catch(() => null);
  const refuse = (problem: Problem) => ({ problem, begun: false });
  if (!response) return refuse(describeUnreached());
  if (!response.ok || !response.body)
    return refuse(readProblem(await response.json().catch(() => null)));
  const runId = response.headers.get("x-run-id");
  if (runId) handlers.onBegun?.(runId);
  const begun = runId !== null;
  const frames = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  for (;;) {
    const next = await frames.read().catch(() => null);
    if (!next || next.done) return { problem: CUT_OFF, begun };
    const ended = take(next.value);
    if (ended !== undefined) return { problem: ended, begun };
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
