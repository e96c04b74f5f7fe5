import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LIMITS } from "../limits/registry";
import { isStopped, limitStep, readWait } from "./limit-step";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a delivery that takes too long is aborted and comes back, which is not Stop", () => {
  const controller = new AbortController();
  limitStep(controller);
  vi.advanceTimersByTime((LIMITS.stepSeconds - 1) * 1_000);
  expect(controller.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1_000);
  const { signal } = controller;
  expect(readWait(signal.reason, signal)).toBe(signal.reason);
  expect(readWait(new DOMException("The call was aborted", "AbortError"), signal)).toBe(
    signal.reason,
  );
  expect(isStopped(signal)).toBe(false);
});

test("Stop is no reason to come back", () => {
  const controller = new AbortController();
  controller.abort(new DOMException("Stopped by the user", "AbortError"));
  expect(readWait(controller.signal.reason, controller.signal)).toBeUndefined();
  expect(isStopped(controller.signal)).toBe(true);
});
