import { expect, test } from "vitest";
import { emptyDocument } from "@/lib/blog/apply-event";
import type { Post, PostEvent } from "@/lib/blog/schema";
import { foldEvent, resumeState, startState } from "./run-state";

const post: Post = {
  id: "post",
  topic: "Caching",
  status: "running",
  document: emptyDocument("Caching"),
  wait: null,
  lastEventId: 0,
  version: 0,
  createdAt: "",
  updatedAt: "",
  finishedAt: null,
};
const cost = { totalUsd: 0.01, byProvider: { exa: 0.01 } };
const outlineWait = { until: null, reason: "outline" } as const;

test("a run that waits for its outline waits until something is done, whatever it costs meanwhile", () => {
  const events: PostEvent[] = [
    { id: 1, type: "wait", data: outlineWait },
    { id: 2, type: "cost", data: cost },
  ];
  const waiting = events.reduce(foldEvent, startState(post));
  expect(waiting).toMatchObject({ status: "waiting", wait: outlineWait, document: { cost } });
  const going: PostEvent = { id: 3, type: "stage", data: { stage: "sections", state: "started" } };
  expect(foldEvent(waiting, going)).toMatchObject({ status: "running", wait: null });
});

test("a page that is opened while the run waits knows for what", () => {
  expect(startState({ ...post, wait: outlineWait })).toMatchObject({
    status: "waiting",
    wait: outlineWait,
  });
});

test("a run that goes on after its end is queued, runs, and ends again; what was seen changes nothing", () => {
  const done: PostEvent = { id: 1, type: "done", data: { status: "stopped" } };
  const stopped = foldEvent(startState(post), done);
  expect(stopped.status).toBe("stopped");
  const resumed = resumeState(stopped);
  expect(resumed).toMatchObject({ status: "queued", lastEventId: 1 });
  expect(foldEvent(resumed, done)).toBe(resumed);
  const stage: PostEvent = { id: 2, type: "stage", data: { stage: "plan", state: "started" } };
  expect(foldEvent(resumed, stage).status).toBe("running");
  const all: PostEvent[] = [stage, { id: 3, type: "done", data: { status: "ready" } }];
  expect(all.reduce(foldEvent, resumed).status).toBe("ready");
});
