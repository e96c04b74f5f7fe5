import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MissingKekError } from "@/lib/keys/vault/keks/kek";
import { openKeyRing } from "@/lib/keys/vault/key-ring";
import { scaled } from "../world/scale";

/** A ring with two KEKs of one back-end, `a` the current one, set up for one test. */
export type OpenedRing = {
  /** Makes `a` or `b` the KEK that new data keys are wrapped with. */
  makeCurrent: (id: "a" | "b") => void;
  /** Takes a KEK away, wherever it is kept. */
  lose: (id: "a" | "b") => void;
  close: () => Promise<void>;
};

const CONTEXT = ["alwrity-data-key", "1", "production", "user_2abc", "0d9e"];

/** What every back-end of the KEK port promises. */
export function describeKeyRing(name: string, open: () => Promise<OpenedRing>): void {
  describe(`${name}, as a back-end of the key ring`, () => {
    let opened: OpenedRing;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it("wraps a data key so that nothing of it shows, each time differently, and gives it back", async () => {
      const dataKey = randomBytes(32);
      const [one, two] = [
        await openKeyRing().wrap(dataKey, CONTEXT),
        await openKeyRing().wrap(dataKey, CONTEXT),
      ];
      expect(one).toMatchObject({ kekId: openKeyRing().currentVersion(), kekVersion: 1 });
      expect(Buffer.from(one.wrapped).includes(dataKey.subarray(0, 4))).toBe(false);
      expect(Buffer.compare(one.wrapped, two.wrapped)).not.toBe(0);
      for (const wrapped of [one, two])
        expect(Buffer.from(await openKeyRing().unwrap(wrapped, CONTEXT))).toEqual(dataKey);
    });

    it("refuses a data key of which one bit or any part of the context was changed", async () => {
      const ring = openKeyRing();
      const whole = await ring.wrap(randomBytes(32), CONTEXT);
      const flips = fc.asyncProperty(fc.nat(), async (bit) => {
        const wrapped = Uint8Array.from(whole.wrapped);
        const at = Math.floor(bit / 8) % wrapped.length;
        wrapped[at] = (wrapped[at] ?? 0) ^ (1 << (bit % 8));
        await expect(ring.unwrap({ ...whole, wrapped }, CONTEXT)).rejects.toThrow();
      });
      await fc.assert(flips, { numRuns: scaled(1_000) });
      for (const at of CONTEXT.keys())
        await expect(ring.unwrap(whole, CONTEXT.with(at, "other"))).rejects.toThrow();
      await expect(ring.unwrap(whole, CONTEXT.slice(1))).rejects.toThrow();
      await expect(ring.unwrap(whole, [...CONTEXT, ""])).rejects.toThrow();
      await expect(ring.unwrap({ ...whole, wrapped: new Uint8Array() }, CONTEXT)).rejects.toThrow();
    });

    it("opens what the old KEK has wrapped once there is a new one, and only as the old one's", async () => {
      const dataKey = randomBytes(32);
      const old = await openKeyRing().wrap(dataKey, CONTEXT);
      opened.makeCurrent("b");
      const fresh = await openKeyRing().wrap(dataKey, CONTEXT);
      expect([old.kekId, fresh.kekId, openKeyRing().currentVersion()]).toEqual(["a", "b", "b"]);
      for (const wrapped of [old, fresh])
        expect(Buffer.from(await openKeyRing().unwrap(wrapped, CONTEXT))).toEqual(dataKey);
      await expect(openKeyRing().unwrap({ ...old, kekId: "b" }, CONTEXT)).rejects.toThrow();
    });

    it("says that a KEK is missing, and goes on with the other one", async () => {
      const ofA = await openKeyRing().wrap(randomBytes(32), CONTEXT);
      opened.makeCurrent("b");
      opened.lose("a");
      await expect(openKeyRing().unwrap(ofA, CONTEXT)).rejects.toThrow(MissingKekError);
      const ofB = await openKeyRing().wrap(randomBytes(32), CONTEXT);
      expect(await openKeyRing().unwrap(ofB, CONTEXT)).toHaveLength(32);
    });
  });
}
