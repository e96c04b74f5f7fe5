import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { Secret } from "../../secret";
import { sealBytes } from "./envelope";
import { type IntegrationContext, type KeyContext, openKey, sealKey } from "./seal-key";

const bound = { env: "production", userId: "user_a", version: 3, dataKeyId: "dk-1" };
const key: KeyContext = { ...bound, provider: "gemini", apiKeyId: "id-1" };
const site: IntegrationContext = { ...bound, kind: "gemini", integrationId: "id-1" };

test("a key and a site's login read back under their own name and version", async () => {
  const dataKey = randomBytes(32);
  for (const [context, label] of [
    [key, "gemini"],
    [{ ...site, kind: "ghost" }, "ghost"],
  ] as const) {
    const sealed = await sealKey(dataKey, context, new Secret(label, "schlüssel-000000000001"));
    const opened = await openKey(dataKey, context, sealed);
    expect([opened.open(), opened.version]).toEqual(["schlüssel-000000000001", 3]);
    expect(String(opened)).toContain(label);
  }
});

test("a site's login is no provider's key, though all that both are bound to has the same words", async () => {
  const dataKey = randomBytes(32);
  const secret = new Secret("gemini", "g-000000000000000000001");
  await expect(openKey(dataKey, key, await sealKey(dataKey, site, secret))).rejects.toThrow();
  await expect(openKey(dataKey, site, await sealKey(dataKey, key, secret))).rejects.toThrow();
  const login = await sealKey(dataKey, site, secret);
  for (const other of [{ kind: "ghost" }, { integrationId: "id-2" }, { version: 4 }])
    await expect(openKey(dataKey, { ...site, ...other }, login)).rejects.toThrow();
});

test("what was sealed and is no text is refused, and not made into another text", async () => {
  const dataKey = randomBytes(32);
  const context = ["alwrity", 1, "production", "user_a", "gemini", "id-1", 3, "dk-1"];
  const sealed = await sealBytes(dataKey, Uint8Array.of(0x67, 0xff, 0xfe), context);
  await expect(openKey(dataKey, key, sealed)).rejects.toThrow(TypeError);
  const text = await sealBytes(dataKey, new TextEncoder().encode("g-1"), context);
  expect((await openKey(dataKey, key, text)).open()).toBe("g-1");
});
