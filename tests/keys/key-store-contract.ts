import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import type { CheckedKey, KeyStore } from "@/lib/keys/stores/key-store";
import type { ProviderId } from "@/lib/providers/schema";
import { Secret } from "@/lib/secret";
import { scaled } from "../world/scale";

/** A store with nothing in it, opened for one test. */
export type OpenedStore = {
  store: KeyStore;
  user: UserId;
  /** Arranges that one key cannot be saved, and gives that key. */
  refuseOne: () => Promise<CheckedKey>;
  close: () => Promise<void>;
};

const BULLETS = "•".repeat(12);
/** What the form lets through: see `lib/keys/schema.ts`. */
const keyText = fc.string({
  unit: fc.constantFrom(..."abcxyzABCXYZ0189_.:/+=-"),
  minLength: 1,
  maxLength: 512,
});

/** A key as it comes from the live check. */
export function checkedKey(provider: ProviderId, value: string): CheckedKey {
  return { provider, secret: new Secret(provider, value), status: "valid" };
}

/** The plain values that a user's keys resolve to; a failure shows as its code. */
export async function resolveValues(store: KeyStore, user: UserId) {
  const keys = Object.entries(await store.resolve(user));
  return Object.fromEntries(
    keys.map(([provider, key]) => [provider, key.ok ? key.secret.open() : key.code]),
  );
}

/** What every store of keys promises, whether it is a file or a database. */
export function describeKeyStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name}, as a store of keys`, () => {
    let opened: OpenedStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    async function listMasks() {
      const keys = await opened.store.list(opened.user);
      return Object.fromEntries(keys.map(({ provider, masked }) => [provider, masked]));
    }

    it("is empty at first: nothing listed, nothing resolved, nothing to delete", async () => {
      const { store, user } = opened;
      expect(await store.list(user)).toEqual([]);
      expect(await store.resolve(user)).toEqual({});
      expect(await store.delete(user, "gemini")).toBe(false);
    });

    it("lists a saved key by its mask alone, and resolves it to a secret", async () => {
      const { store, user } = opened;
      const values = {
        gemini: "AIzaSyListedKeyOfSomeone-wxyz",
        exa: "0f0e0d0c-1111-2222-3333-44445555",
      };
      const keys = [checkedKey("gemini", values.gemini), checkedKey("exa", values.exa)];
      await store.save(user, keys);
      expect(await listMasks()).toEqual({ gemini: `${BULLETS}wxyz`, exa: `${BULLETS}5555` });
      const listed = JSON.stringify(await store.list(user));
      for (const value of Object.values(values)) {
        expect(listed).not.toContain(value.slice(0, 8));
        expect(listed).not.toContain(value.slice(-8));
      }
      const resolved = await store.resolve(user);
      expect(JSON.stringify(resolved)).not.toContain("SyListed");
      expect(resolved.gemini?.ok && resolved.gemini.secret).toBeInstanceOf(Secret);
      expect(await resolveValues(store, user)).toEqual(values);
    });

    it("shows no character of a key that is shorter than 20", async () => {
      const { store, user } = opened;
      const [short, long] = ["nineteen-characWXYZ", "twenty-charactersXYZ"];
      await store.save(user, [checkedKey("gemini", short), checkedKey("exa", long)]);
      expect(await listMasks()).toEqual({ gemini: BULLETS, exa: `${BULLETS}sXYZ` });
      expect(await resolveValues(store, user)).toEqual({ gemini: short, exa: long });
    });

    it("replaces a key and leaves the others alone", async () => {
      const { store, user } = opened;
      await store.save(user, [checkedKey("gemini", "first"), checkedKey("copilotkit", "ck_pub_1")]);
      await store.save(user, [checkedKey("gemini", "second"), checkedKey("exa", "exa-1")]);
      await store.save(user, []);
      const expected = { gemini: "second", exa: "exa-1", copilotkit: "ck_pub_1" };
      expect(await resolveValues(store, user)).toEqual(expected);
      expect(await store.list(user)).toHaveLength(3);
    });

    it("deletes a key once, and forgets it at once", async () => {
      const { store, user } = opened;
      await store.save(user, [checkedKey("gemini", "g-1"), checkedKey("copilotkit", "ck_pub_1")]);
      expect(await store.delete(user, "copilotkit")).toBe(true);
      expect(await store.delete(user, "copilotkit")).toBe(false);
      expect(await store.delete(user, "exa")).toBe(false);
      expect(await resolveValues(store, user)).toEqual({ gemini: "g-1" });
      await store.save(user, [checkedKey("copilotkit", "ck_pub_2")]);
      expect(await resolveValues(store, user)).toEqual({ gemini: "g-1", copilotkit: "ck_pub_2" });
    });

    it("saves all keys or none", async () => {
      const { store, user, refuseOne } = opened;
      await store.save(user, [checkedKey("gemini", "before")]);
      const refused = await refuseOne();
      const good = checkedKey("gemini", "never-saved");
      for (const keys of [[good, refused], [refused, good], [refused]])
        await expect(store.save(user, keys)).rejects.toThrow();
      expect(await resolveValues(store, user)).toEqual({ gemini: "before" });
    });

    it("is whole after 50 saves at once: none is lost, and a pair is of one save", async () => {
      const { store, user } = opened;
      const saves = Array.from({ length: 50 }, (_, tag) => {
        const pair = [checkedKey("gemini", `pair-${tag}`), checkedKey("exa", `pair-${tag}`)];
        return store.save(user, tag % 2 ? pair : [checkedKey("copilotkit", `ck_pub_${tag}`)]);
      });
      await Promise.all(saves);
      const { gemini, exa, copilotkit } = await resolveValues(store, user);
      expect(gemini).toMatch(/^pair-\d+$/);
      expect(exa).toBe(gemini);
      expect(copilotkit).toMatch(/^ck_pub_\d+$/);
    });

    it("gives back exactly what was saved, for every key the form lets through", async () => {
      const { store, user } = opened;
      const roundTrip = fc.asyncProperty(keyText, keyText, async (gemini, exa) => {
        await store.save(user, [checkedKey("gemini", gemini), checkedKey("exa", exa)]);
        expect(await resolveValues(store, user)).toEqual({ gemini, exa });
      });
      await fc.assert(roundTrip, { numRuns: scaled(500) });
    });
  });
}
