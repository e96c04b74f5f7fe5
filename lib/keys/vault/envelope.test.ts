import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PROVIDER_IDS } from "@/lib/providers/schema";
import { Secret } from "@/lib/secret";
import { reportFigure } from "@/tests/world/report-figure";
import { scaled } from "@/tests/world/scale";
import { openBytes, sealBytes } from "./envelope";
import { openKeyRing } from "./key-ring";
import { createDataKey, type KeyContext, openKey, sealKey, unwrapDataKey } from "./seal-key";

const HEADER_BYTES = 1 + 12 + 16;
const LONG_MS = 900_000;

const ids = fc.oneof(fc.uuid(), fc.string({ unit: "binary", minLength: 1, maxLength: 30 }));
const contexts: fc.Arbitrary<KeyContext> = fc.record({
  env: ids,
  userId: ids,
  provider: fc.constantFrom(...PROVIDER_IDS),
  apiKeyId: fc.uuid(),
  version: fc.integer({ min: 1, max: 1_000_000 }),
  dataKeyId: fc.uuid(),
});
const dataKeys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const secrets = fc
  .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 80 })
  .filter((text) => text.trim() !== "");
const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });

/** What an attacker with write access to the database may do to a stored key. */
type Damage =
  | { kind: "flip"; bit: number }
  | { kind: "truncate"; length: number }
  | { kind: "extend" | "prepend" | "overwrite"; bytes: Uint8Array }
  | { kind: "move"; field: keyof KeyContext; to: KeyContext }
  | { kind: "splice"; part: "iv" | "tag" | "ciphertext" }
  | { kind: "other data key"; key: Uint8Array };

const damages: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 3, arbitrary: fc.nat().map((bit) => ({ kind: "flip" as const, bit })) },
  { weight: 2, arbitrary: fc.nat().map((length) => ({ kind: "truncate" as const, length })) },
  fc.record({ kind: fc.constantFrom("extend", "prepend", "overwrite"), bytes }),
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("move"),
      field: fc.constantFrom("env", "userId", "provider", "apiKeyId", "version", "dataKeyId"),
      to: contexts,
    }),
  },
  fc.record({ kind: fc.constant("splice"), part: fc.constantFrom("iv", "tag", "ciphertext") }),
  fc.record({ kind: fc.constant("other data key"), key: dataKeys }),
);

/** A stored key and all that opens it. `twin` is the same secret, sealed once more. */
type Box = { key: Uint8Array; context: KeyContext; sealed: Uint8Array; twin: Uint8Array };

function flipBit(sealed: Uint8Array, bit: number): Uint8Array {
  const flipped = Uint8Array.from(sealed);
  const at = Math.floor(bit / 8) % sealed.length;
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}

function splice({ sealed, twin }: Box, part: "iv" | "tag" | "ciphertext"): Uint8Array {
  const [from, to] = {
    iv: [1, 13],
    tag: [13, HEADER_BYTES],
    ciphertext: [HEADER_BYTES, sealed.length],
  }[part];
  const spliced = Uint8Array.from(sealed);
  spliced.set(twin.subarray(from, to), from);
  return spliced;
}

/** The box after the damage; the same box when the damage happens to change nothing. */
function apply(box: Box, damage: Damage): Box {
  const { sealed, context } = box;
  switch (damage.kind) {
    case "flip":
      return { ...box, sealed: flipBit(sealed, damage.bit) };
    case "truncate":
      return { ...box, sealed: sealed.subarray(0, damage.length % sealed.length) };
    case "extend":
      return { ...box, sealed: Buffer.concat([sealed, damage.bytes]) };
    case "prepend":
      return { ...box, sealed: Buffer.concat([damage.bytes, sealed]) };
    case "overwrite":
      return { ...box, sealed: damage.bytes };
    case "move":
      return { ...box, context: { ...context, [damage.field]: damage.to[damage.field] } };
    case "splice":
      return { ...box, sealed: splice(box, damage.part) };
    case "other data key":
      return { ...box, key: damage.key };
  }
}

/** True when the box opened, whatever came out of it. */
function opens({ key, context, sealed }: Box): Promise<boolean> {
  return openKey(key, context, sealed).then(
    () => true,
    () => false,
  );
}

function isSame(one: Box, other: Box): boolean {
  const plain = ({ key, context, sealed }: Box) =>
    JSON.stringify([
      Buffer.from(key).toString("hex"),
      context,
      Buffer.from(sealed).toString("hex"),
    ]);
  return plain(one) === plain(other);
}

async function makeBox(key: Uint8Array, context: KeyContext, value: string): Promise<Box> {
  const secret = new Secret(context.provider, value);
  const [sealed, twin] = await Promise.all([
    sealKey(key, context, secret),
    sealKey(key, context, secret),
  ]);
  return { key, context, sealed, twin };
}

describe("a sealed key", () => {
  it("is refused after any change to it or to what it is bound to", {
    timeout: LONG_MS,
  }, async () => {
    const counts = { refused: 0, accepted: 0, unchanged: 0 };
    const refuses = fc.asyncProperty(
      dataKeys,
      contexts,
      secrets,
      damages,
      async (key, context, value, damage) => {
        const box = await makeBox(key, context, value);
        const damaged = apply(box, damage);
        if (isSame(box, damaged)) counts.unchanged += 1;
        else counts[(await opens(damaged)) ? "accepted" : "refused"] += 1;
        return counts.accepted === 0;
      },
    );
    const numRuns = scaled(110_000);
    await fc.assert(refuses, { numRuns, endOnFailure: true });
    expect(counts.accepted).toBe(0);
    expect(counts.refused).toBeGreaterThanOrEqual(scaled(100_000));
    const figure = `${counts.refused} refused, ${counts.accepted} accepted`;
    reportFigure("Sealed keys with a bit flipped, truncated, spliced or moved elsewhere", figure);
  });

  it("is refused with every single bit flipped, and at every shorter length", {
    timeout: LONG_MS,
  }, async () => {
    const context = {
      env: "production",
      userId: "user_a",
      provider: "gemini",
      apiKeyId: "id",
      version: 1,
      dataKeyId: "dk",
    } as const;
    const box = await makeBox(randomBytes(32), context, "AIzaSyExhaustivelyDamagedKey-0123456789");
    const damaged = [
      ...Array.from({ length: box.sealed.length * 8 }, (_, bit) => flipBit(box.sealed, bit)),
      ...Array.from({ length: box.sealed.length }, (_, length) => box.sealed.subarray(0, length)),
    ];
    const opened = await Promise.all(damaged.map((sealed) => opens({ ...box, sealed })));
    expect(opened.filter(Boolean)).toEqual([]);
    expect(await opens(box)).toBe(true);
  });

  it("opens unchanged, to the same value, provider and version", async () => {
    const roundTrip = fc.asyncProperty(dataKeys, contexts, secrets, async (key, context, value) => {
      const { sealed, twin } = await makeBox(key, context, value);
      const secret = await openKey(key, context, sealed);
      expect([secret.open(), secret.label, secret.version]).toEqual([
        value,
        context.provider,
        context.version,
      ]);
      expect(Buffer.from(sealed).equals(twin)).toBe(false);
      expect(sealed).toHaveLength(HEADER_BYTES + new TextEncoder().encode(value).length);
      if (value.length >= 8) expect(Buffer.from(sealed).includes(value)).toBe(false);
    });
    await fc.assert(roundTrip, { numRuns: scaled(10_000) });
  });

  it("keeps apart contexts whose parts only look alike when joined", async () => {
    const key = randomBytes(32);
    const sealed = await sealBytes(key, randomBytes(8), ["alwrity", 1, "a", "bc"]);
    for (const context of [
      ["alwrity", 1, "ab", "c"],
      ["alwrity", "1", "a", "bc"],
      ["alwrity", 1, "a"],
      ["alwrity", 1, 'a","bc'],
    ])
      await expect(openBytes(key, sealed, context)).rejects.toThrow();
  });
});

describe("a wrapped data key", () => {
  beforeAll(() => {
    vi.stubEnv("KEK_CURRENT", "k1");
    for (const id of ["k1", "k2"]) vi.stubEnv(`KEK_${id}`, randomBytes(32).toString("base64url"));
  });
  afterAll(() => vi.unstubAllEnvs());

  it("is refused with another KEK, user, environment or id, and with any bit flipped", {
    timeout: LONG_MS,
  }, async () => {
    const tampering = fc.asyncProperty(
      fc.uuid(),
      ids,
      ids,
      fc.nat(),
      async (id, env, user, bit) => {
        const ring = openKeyRing();
        const stored = await createDataKey(ring, id, env, user);
        const refused = [
          unwrapDataKey(ring, { ...stored, kekId: "k2" }, env, user),
          unwrapDataKey(ring, { ...stored, kekId: "gone" }, env, user),
          unwrapDataKey(ring, { ...stored, id: `${id}0` }, env, user),
          unwrapDataKey(ring, stored, `${env}0`, user),
          unwrapDataKey(ring, stored, env, `${user}0`),
          unwrapDataKey(ring, { ...stored, wrapped: flipBit(stored.wrapped, bit) }, env, user),
          unwrapDataKey(ring, { ...stored, wrapped: stored.wrapped.subarray(0, -1) }, env, user),
        ];
        const outcomes = await Promise.allSettled(refused);
        expect(outcomes.map(({ status }) => status)).toEqual(refused.map(() => "rejected"));
        expect(await unwrapDataKey(ring, stored, env, user)).toHaveLength(32);
      },
    );
    await fc.assert(tampering, { numRuns: scaled(5_000) });
  });

  it("is lost when its KEK is replaced under the same id", async () => {
    const stored = await createDataKey(openKeyRing(), "id", "production", "user_a");
    vi.stubEnv("KEK_k1", randomBytes(32).toString("base64url"));
    await expect(unwrapDataKey(openKeyRing(), stored, "production", "user_a")).rejects.toThrow();
    vi.stubEnv("KEK_k1", "");
    await expect(async () =>
      unwrapDataKey(openKeyRing(), stored, "production", "user_a"),
    ).rejects.toThrow("key k1 is missing");
  });
});
