import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { productionEnv } from "@/tests/world/servers/production-env";
import { mintUserId } from "../../../auth/user-id";
import { listVouched, livingSteps, noteDelivery, stopVouching, vouchFor } from "./living-steps";

const SECOND = 1_000;
const POSTS = ["one", "two", "three"];

beforeEach(() => {
  vi.useFakeTimers();
  const env = productionEnv(
    "postgres://localhost/none",
    "http://localhost:1",
    "http://localhost:2",
  );
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});
afterEach(() => {
  for (const post of POSTS) stopVouching(post);
  livingSteps.clear();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

test("a run that an idle engine does not go on with is forgotten, and one that has ended at once", () => {
  vouchFor("one");
  vouchFor("two");
  vi.advanceTimersByTime(14 * SECOND);
  stopVouching("two");
  expect(listVouched()).toEqual(["one"]);
  vi.advanceTimersByTime(2 * SECOND);
  expect(listVouched()).toEqual([]);
});

test("a run is vouched for while a step of it is done, however long that takes", () => {
  const controller = new AbortController();
  const claim = { step: "plan", owner: "owner", tookOver: false } as const;
  livingSteps.add({ user: mintUserId("user_one"), postId: "one", claim, controller });
  for (let minute = 0; minute < 10; minute += 1) {
    vi.advanceTimersByTime(60 * SECOND);
    expect(listVouched()).toEqual(["one"]);
  }
});

test("while an engine keeps all runs waiting, none counts as lost before it waits three times longer", () => {
  vouchFor("one");
  vi.advanceTimersByTime(12 * SECOND);
  noteDelivery("one");
  vouchFor("two");
  stopVouching("one");
  vi.advanceTimersByTime(35 * SECOND);
  expect(listVouched()).toEqual(["two"]);
  vi.advanceTimersByTime(2 * SECOND);
  expect(listVouched()).toEqual([]);
});
