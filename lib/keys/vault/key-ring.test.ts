import { randomBytes } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { describeKeyRing, type OpenedRing } from "@/tests/keys/key-ring-contract";
import { startFakeKms } from "@/tests/world/servers/fake-kms";
import { MissingKekError } from "./keks/kek";
import { openKeyRing } from "./key-ring";

const ARN = "arn:aws:kms:eu-central-1:111122223333:key";
const ARNS = { a: `${ARN}/0d5e7a10-aaaa-4bbb-8ccc-111111111111`, b: `${ARN}/mrk-b0b0b0b0` };
const CONTEXT = ["alwrity-data-key", "1", "production", "user_2abcDEF", "0d9e"];

afterEach(() => vi.unstubAllEnvs());

function setKek(id: string, value: string): void {
  vi.stubEnv(`KEK_${id}`, value);
}

async function openEnvironment(): Promise<OpenedRing> {
  for (const id of ["a", "b"]) setKek(id, randomBytes(32).toString("base64url"));
  const makeCurrent = (id: string) => vi.stubEnv("KEK_CURRENT", id);
  makeCurrent("a");
  return { makeCurrent, lose: (id) => setKek(id, ""), close: async () => {} };
}

async function openKms() {
  const kms = await startFakeKms(Object.values(ARNS));
  vi.stubEnv("AWS_ENDPOINT_URL_KMS", kms.url);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAFAKE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "fake");
  setKek("a", ARNS.a);
  setKek("b", ARNS.b);
  const makeCurrent = (id: string) => vi.stubEnv("KEK_CURRENT", id);
  makeCurrent("a");
  const lose = (id: "a" | "b") => void kms.keys.delete(ARNS[id]);
  return { kms, makeCurrent, lose, close: kms.close };
}

describeKeyRing("the environment", openEnvironment);
describeKeyRing("AWS KMS", openKms);

test("KMS gets signed requests for the named key, and of the user a hash alone", async () => {
  const { kms, close } = await openKms();
  await openKeyRing().wrap(randomBytes(32), CONTEXT);
  expect(kms.log).toEqual([
    {
      operation: "Encrypt",
      keyId: ARNS.a,
      context: { alwrity: expect.stringMatching(/^[\w-]{43}$/) },
      signed: true,
    },
  ]);
  await close();
});

test("a KMS that is away, busy or does not know us changes nothing: the vault is unavailable for now", async () => {
  const { kms, close } = await openKms();
  const wrapped = await openKeyRing().wrap(randomBytes(32), CONTEXT);
  for (const name of ["KMSInternalException", "ThrottlingException", "AccessDeniedException"]) {
    kms.failWith(name);
    await expect(openKeyRing().unwrap(wrapped, CONTEXT), name).rejects.toMatchObject({
      code: "vault_unavailable",
    });
  }
  kms.failWith(null);
  expect(await openKeyRing().unwrap(wrapped, CONTEXT)).toHaveLength(32);
  await close();
  await expect(openKeyRing().unwrap(wrapped, CONTEXT)).rejects.toMatchObject({
    code: "vault_unavailable",
  });
});

test("a key that KMS has switched off is missing, and one that it refuses to open was changed", async () => {
  const { kms, close } = await openKms();
  const wrapped = await openKeyRing().wrap(randomBytes(32), CONTEXT);
  for (const name of ["NotFoundException", "DisabledException", "KMSInvalidStateException"]) {
    kms.failWith(name);
    await expect(openKeyRing().unwrap(wrapped, CONTEXT), name).rejects.toThrow(MissingKekError);
  }
  for (const name of ["InvalidCiphertextException", "IncorrectKeyException"]) {
    kms.failWith(name);
    const refused = openKeyRing().unwrap(wrapped, CONTEXT);
    await expect(refused, name).rejects.toThrow("KMS refuses the data key.");
  }
  await close();
});

test("the ring names every KEK of the environment, whichever is the current one", () => {
  for (const id of ["a", "b"]) setKek(id, randomBytes(32).toString("base64url"));
  vi.stubEnv("KEK_CURRENT", "b");
  expect(openKeyRing().currentVersion()).toBe("b");
  expect([...openKeyRing().versions()].sort()).toEqual(["a", "b"]);
});

test("a data key moves from the environment to KMS and back like from any KEK to another", async () => {
  const { makeCurrent, close } = await openKms();
  setKek("b", randomBytes(32).toString("base64url"));
  makeCurrent("b");
  const dataKey = randomBytes(32);
  let wrapped = await openKeyRing().wrap(dataKey, CONTEXT);
  for (const id of ["a", "b"]) {
    makeCurrent(id);
    wrapped = await openKeyRing().wrap(await openKeyRing().unwrap(wrapped, CONTEXT), CONTEXT);
    expect(wrapped.kekId).toBe(id);
  }
  expect(Buffer.from(await openKeyRing().unwrap(wrapped, CONTEXT))).toEqual(dataKey);
  await close();
});
