import { expect, test } from "vitest";
import { mintUserId } from "../auth/user-id";
import { inTurn } from "./in-turn";

test("one user's works follow each other, whatever becomes of them, and another user's does not wait", async () => {
  const [anna, ben] = [mintUserId("user_anna"), mintUserId("user_ben")];
  const done: string[] = [];
  let atOnce = 0;
  const work =
    (name: string, fails = false) =>
    async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await Promise.resolve();
      atOnce -= 1;
      if (fails) throw new Error(name);
      done.push(name);
      return name;
    };
  let release = () => {};
  const held = inTurn(anna, () => new Promise<void>((resolve) => (release = resolve)));
  const first = inTurn(anna, work("first"));
  const failing = inTurn(anna, work("failing", true));
  const last = inTurn(anna, work("last"));
  expect(await inTurn(ben, work("other"))).toBe("other");
  expect(done).toEqual(["other"]);
  release();
  await held;
  await expect(failing).rejects.toThrow("failing");
  expect([await first, await last]).toEqual(["first", "last"]);
  expect(done).toEqual(["other", "first", "last"]);
});
