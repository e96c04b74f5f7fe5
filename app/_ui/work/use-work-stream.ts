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
};

const QUIET_MS = 15_000;
const IDLE: WorkState = {
  running: false,
  stopped: false,
  progress: null,
  waitUntil: null,
  quiet: false,
  costUsd: null,
  problem: null,
};

/** Starts long work by a POST, follows its events, and can stop it: the provider is let go as well. */
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
      const problem = await follow(url, body, { signal: controller.signal, take });
      clearTimeout(silence);
      if (current.current === controller)
        patch({ running: false, ...(problem && !controller.signal.aborted ? { problem } : {}) });
    },
    [patch],
  );

  const stop = useCallback(() => {
    current.current?.abort();
    patch({ running: false, stopped: true });
  }, [patch]);

  return { ...state, start, stop };
}

type Frame = { event?: string | undefined; data: string };
type Following = { signal: AbortSignal; take: (frame: Frame) => Problem | null | undefined };

const CUT_OFF: Problem = {
  title: "The connection broke off",
  status: 0,
  code: "cut_off",
  detail: "What had arrived is kept in the form. Start again to get the rest.",
};

/** The problem it ended with, if any. */
async function follow(url: string, body: unknown, { signal, take }: Following) {
  const init = { ...jsonPost(body, { accept: "text/event-stream" }), signal };
  const response = await fetch(url, init).catch(() => null);
  if (!response) return describeUnreached();
  if (!response.ok || !response.body) return readProblem(await response.json().catch(() => null));
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
