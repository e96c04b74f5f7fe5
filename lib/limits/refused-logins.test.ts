import { expect, test } from "vitest";
import { rememberRefusal, takeRefusal } from "./refused-logins";

const findRefusal = (...asked: Parameters<typeof takeRefusal>) =>
  takeRefusal(...asked)?.seconds ?? null;
const bearer = (token: string) => ({ authorization: `Bearer ${token}`, cookie: undefined });
const cookies = (cookie: string) => ({ authorization: undefined, cookie });

test("a login that was refused is refused until the time is over, and nobody else is", () => {
  expect(findRefusal("requests", bearer("one"))).toBeNull();
  rememberRefusal("requests", bearer("one"), 30);
  expect(findRefusal("requests", bearer("one"))).toBe(30);
  expect(findRefusal("streams", bearer("one"))).toBeNull();
  for (const other of [bearer("two"), bearer("on"), cookies("a=1"), cookies("")])
    expect(findRefusal("requests", other)).toBeNull();
  rememberRefusal("requests", bearer("gone"), 0);
  expect(findRefusal("requests", bearer("gone"))).toBeNull();
});

test("a session's cookie is known again among others, whatever is put beside it", () => {
  rememberRefusal("streams", cookies("a=1; __session=token; b=2"), 30);
  for (const cookie of [
    "__session=token",
    "x=y; __session=token",
    "__session_q=1; __session=token",
  ])
    expect(findRefusal("streams", cookies(cookie)), cookie).toBe(30);
  for (const cookie of ["a=1; b=2", "__session=tokens", "b=__session=token"])
    expect(findRefusal("streams", cookies(cookie)), cookie).toBeNull();
});

test("however many logins are refused, so many are remembered, the newest", () => {
  for (let at = 0; at < 12_000; at += 1) rememberRefusal("requests", bearer(`many-${at}`), 30);
  expect(findRefusal("requests", bearer("many-0"))).toBeNull();
  expect(findRefusal("requests", bearer("many-11999"))).toBe(30);
});

test("whoever goes on asking is answered later and later, up to a second, and anew each time", () => {
  const ask = () => takeRefusal("requests", bearer("loop"))?.keptMs ?? 0;
  rememberRefusal("requests", bearer("loop"), 30);
  const kept = Array.from({ length: 300 }, ask);
  expect(kept[0]).toBeLessThan(10);
  expect(kept.every((ms, at) => ms >= (kept[at - 1] ?? 0))).toBe(true);
  expect(kept.at(-1)).toBe(1_000);
  rememberRefusal("requests", bearer("loop"), 30);
  expect(ask()).toBeLessThan(10);
});
