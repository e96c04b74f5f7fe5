import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import nextEnv from "@next/env";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LOCAL_DEVELOPER } from "@/lib/auth/user-id";
import { PROVIDER_KEY_NAMES } from "@/lib/mode";
import { checkedKey, describeKeyStore, resolveValues } from "@/tests/keys/key-store-contract";
import { listInvisible, openEnvFileStore } from "./env-file";

const MODE_NAMES = ["DEBUG", "DEPLOY_ENV", "VERCEL", "RENDER"];
const FILE = [
  "# My keys; see README",
  "",
  "GEMINI_API_KEY=old # from AI Studio",
  "export PORT=3000",
  "",
  "# Exa",
  "EXA_API_KEY='first'",
  "EXA_API_KEY=twice",
  'MOTTO="two',
  'lines"',
  "",
].join("\n");

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "alwrity-env-"));
  file = path.join(folder, ".env.local");
  for (const name of [...PROVIDER_KEY_NAMES, ...MODE_NAMES]) vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describeKeyStore("an env file", async () => ({
  store: openEnvFileStore(file),
  user: LOCAL_DEVELOPER,
  refuseOne: async () => checkedKey("exa", "looks-fine\nGEMINI_API_KEY=stolen"),
  close: async () => {},
}));

describe("the env file of a developer", () => {
  const store = () => openEnvFileStore(file);
  const save = (gemini: string, exa: string) =>
    store().save(LOCAL_DEVELOPER, [checkedKey("gemini", gemini), checkedKey("exa", exa)]);

  it("keeps its comments, order, variables and mode 0600 through 50 saves at once", async () => {
    await writeFile(file, FILE);
    await chmod(file, 0o644);
    await Promise.all(Array.from({ length: 50 }, (_, tag) => save(`pair-${tag}`, `pair-${tag}`)));
    const text = await readFile(file, "utf8");
    const saved = /GEMINI_API_KEY=(pair-\d+)/.exec(text)?.[1];
    const lines = FILE.replace("=old", `=${saved}`).replace("='first'", `=${saved}`);
    expect(text).toBe(lines.replace("EXA_API_KEY=twice\n", ""));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("is made with mode 0600 when it is missing, and leaves no temporary file", async () => {
    await Promise.all(Array.from({ length: 50 }, (_, tag) => save(`a-${tag}`, `b-${tag}`)));
    const text = await readFile(file, "utf8");
    expect(text).toMatch(/^GEMINI_API_KEY=a-(\d+)\nEXA_API_KEY=b-\1\n$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("holds every name of a provider's key, and gives up all of them on delete", async () => {
    await store().save(LOCAL_DEVELOPER, [checkedKey("copilotkit", "ck_pub_12345678")]);
    expect(await readFile(file, "utf8")).toBe(
      "COPILOTKIT_API_KEY=ck_pub_12345678\nNEXT_PUBLIC_COPILOTKIT_API_KEY=ck_pub_12345678\n",
    );
    await writeFile(file, "NEXT_PUBLIC_COPILOTKIT_API_KEY: ck_pub_typed\nPORT=1\n");
    expect(await resolveValues(store(), LOCAL_DEVELOPER)).toEqual({ copilotkit: "ck_pub_typed" });
    expect(await store().delete(LOCAL_DEVELOPER, "copilotkit")).toBe(true);
    expect(await readFile(file, "utf8")).toBe("PORT=1\n");
  });

  it.each([
    { DEPLOY_ENV: "self-hosted" },
    { DEPLOY_ENV: "vercel" },
    { VERCEL: "1" },
    { RENDER: "true" },
    { VERCEL: "1", DEBUG: "true" },
    { DEPLOY_ENV: "heroku" },
  ])("cannot be written outside development: %o", async (env) => {
    await writeFile(file, FILE);
    const before = await stat(file);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const refusal = "Keys are written to .env.local in development only.";
    await expect(async () => save("new", "new")).rejects.toThrow(refusal);
    await expect(store().delete(LOCAL_DEVELOPER, "gemini")).rejects.toThrow(refusal);
    expect(await readFile(file, "utf8")).toBe(FILE);
    expect(await stat(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    await expect(async () =>
      openEnvFileStore(`${file}.new`).save(LOCAL_DEVELOPER, []),
    ).rejects.toThrow();
    await expect(stat(`${file}.new`)).rejects.toThrow("ENOENT");
  });

  it("gives way to a variable of the shell, which no save changes", async () => {
    await save("file-key", "exa-key");
    vi.stubEnv("GEMINI_API_KEY", "shell-key");
    expect(await resolveValues(store(), LOCAL_DEVELOPER)).toEqual({
      gemini: "shell-key",
      exa: "exa-key",
    });
    await save("newer-file-key", "exa-key");
    expect(await resolveValues(store(), LOCAL_DEVELOPER)).toMatchObject({ gemini: "shell-key" });
    vi.stubEnv("GEMINI_API_KEY", "");
    expect(await resolveValues(store(), LOCAL_DEVELOPER)).toMatchObject({
      gemini: "newer-file-key",
    });
  });

  it("lists each key masked, and where it stands: nobody has asked its provider yet", async () => {
    await save("file-key-gemini-0001", "file-key-exa-0000002");
    vi.stubEnv("EXA_API_KEY", "shell-key-exa-000003");
    const unasked = {
      ...{ status: "unknown", problem: null, version: expect.any(Number) },
      ...{ checkedAt: null, savedAt: null, lastUsedAt: null },
    };
    expect(await store().list(LOCAL_DEVELOPER)).toEqual([
      {
        provider: "gemini",
        masked: expect.stringMatching(/0001$/),
        source: "file",
        variable: null,
        ...unasked,
      },
      {
        provider: "exa",
        masked: expect.stringMatching(/0003$/),
        source: "shell",
        variable: "EXA_API_KEY",
        ...unasked,
      },
    ]);
  });

  it("names every variable of the shell that has to be unset, since the next one would take its place", async () => {
    vi.stubEnv("COPILOTKIT_API_KEY", "ck_pub_0001");
    vi.stubEnv("NEXT_PUBLIC_COPILOTKIT_API_KEY", "ck_pub_0002");
    const variable = "COPILOTKIT_API_KEY and NEXT_PUBLIC_COPILOTKIT_API_KEY";
    expect(await store().list(LOCAL_DEVELOPER)).toMatchObject([{ source: "shell", variable }]);
  });

  it("names characters that nobody sees, in the shell before the file, and reads keys without them", async () => {
    expect(await listInvisible(file)).toEqual([]);
    await writeFile(
      file,
      "GEMINI_API_KEY=ab\u200bcd\nEXA_API_KEY=clean\nNEXT_PUBLIC_COPILOTKIT_API_KEY=c\u200dk\n",
    );
    expect(await listInvisible(file)).toEqual([
      { variable: "GEMINI_API_KEY", code: "U+200B", place: 3 },
      { variable: "NEXT_PUBLIC_COPILOTKIT_API_KEY", code: "U+200D", place: 2 },
    ]);
    expect(await resolveValues(store(), LOCAL_DEVELOPER)).toMatchObject({ gemini: "abcd" });
    vi.stubEnv("GEMINI_API_KEY", "clean-too");
    vi.stubEnv("EXA_API_KEY", "e\u00a0f");
    expect((await listInvisible(file)).map(({ variable }) => variable)).toEqual([
      "EXA_API_KEY",
      "NEXT_PUBLIC_COPILOTKIT_API_KEY",
    ]);
  });

  /** The last test of this file: Next keeps the shell's variables for the life of the process. */
  it("is read on every call, also after Next has copied it into the process", async () => {
    await save("at-start", "exa-key");
    vi.stubEnv("NODE_ENV", "development");
    nextEnv.loadEnvConfig(folder, true, { info: () => {}, error: console.error });
    expect(process.env.GEMINI_API_KEY).toBe("at-start");
    await save("saved-later", "exa-key");
    expect(process.env.GEMINI_API_KEY).toBe("at-start");
    expect(await resolveValues(store(), LOCAL_DEVELOPER)).toMatchObject({ gemini: "saved-later" });
    for (const name of ["GEMINI_API_KEY", "EXA_API_KEY"]) delete process.env[name];
  });
});
