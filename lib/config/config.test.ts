import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Environment } from "../env";
import { describeProblems, readConfig } from "./config";

const kek = randomBytes(32).toString("base64url");
const complete = {
  DEPLOY_ENV: "self-hosted",
  DATABASE_URL: "postgres://alwrity@db.example/alwrity",
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: "pk_test_x",
  CLERK_SECRET_KEY: "sk_test_x",
  CLERK_JWT_KEY: "-----BEGIN PUBLIC KEY-----",
  CLERK_AUTHORIZED_PARTIES: "https://alwrity.example",
  KEK_CURRENT: "k1",
  KEK_k1: kek,
};

function listProblems(env: Environment): string[] {
  const result = readConfig(env);
  return result.ok ? [] : result.problems.map(({ variable }) => variable);
}

function explain(env: Environment): string {
  const result = readConfig(env);
  return result.ok ? "" : describeProblems(result.problems);
}

function baseUrlsOf(env: Environment) {
  const result = readConfig(env);
  return result.ok ? result.config.baseUrls : undefined;
}

describe("the configuration", () => {
  it("needs nothing in development, and has the documented defaults", () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        mode: "development",
        platform: undefined,
        databaseUrl: undefined,
        vaultEnv: "production",
        geminiModel: undefined,
        baseUrls: {
          gemini: "https://generativelanguage.googleapis.com",
          exa: "https://api.exa.ai",
          copilotkit: "https://api.cloud.copilotkit.ai",
        },
        ownerUserIds: [],
      },
    });
  });

  it("names everything that is missing in production at once, each with its fix", () => {
    const missing = [
      "DATABASE_URL",
      "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY",
      "CLERK_SECRET_KEY",
      "CLERK_JWT_KEY",
      "CLERK_AUTHORIZED_PARTIES",
      "KEK_CURRENT",
    ];
    expect(listProblems({ DEPLOY_ENV: "self-hosted" })).toEqual(missing);
    for (const name of missing)
      expect(explain({ VERCEL: "1" })).toMatch(new RegExp(`^ {2}${name}: .*set it to`, "m"));
    expect(listProblems(complete)).toEqual([]);
    for (const name of missing) {
      expect(listProblems({ ...complete, [name]: " " })).toEqual([name]);
      expect(listProblems({ ...complete, [name]: undefined })).toEqual([name]);
    }
  });

  it("names problems of different kinds together", () => {
    const env = { DEPLOY_ENV: "render", KEK_k7: "short", EXA_BASE_URL: "https://evil.example" };
    const found = ["EXA_BASE_URL", "DATABASE_URL", "KEK_CURRENT", "KEK_k7"];
    expect(listProblems(env)).toEqual(expect.arrayContaining(found));
    expect(listProblems({ ...env, EXA_API_KEY: "planted" })).toEqual(
      expect.arrayContaining([...found, "EXA_API_KEY"]),
    );
    expect(listProblems({ DEPLOY_ENV: "heroku", DEBUG: "true" })).toEqual(["DEPLOY_ENV"]);
  });
});

describe("a key-encryption key", () => {
  const malformed = {
    "31 bytes": randomBytes(31).toString("base64url"),
    "33 bytes": randomBytes(33).toString("base64url"),
    "64 bytes": randomBytes(64).toString("base64url"),
    "hex of 32 bytes": randomBytes(32).toString("hex"),
    "padded base64": `${kek}=`,
    "the other alphabet of base64": `+/${kek.slice(2)}`,
    "a passphrase of 43 characters": "correct horse battery staple, and a bit more",
    "43 characters with bits left over": `${"A".repeat(42)}B`,
    "a line break inside": `${kek.slice(0, 20)}\n${kek.slice(20)}`,
  };

  it.each(Object.entries(malformed))("is refused, unprinted: %s", (_name, value) => {
    expect(listProblems({ ...complete, KEK_k1: value })).toEqual(["KEK_k1"]);
    expect(listProblems({ ...complete, KEK_old: value })).toEqual(["KEK_old"]);
    expect(explain({ ...complete, KEK_k1: value })).toContain("32 random bytes in base64url");
    expect(explain({ ...complete, KEK_k1: value })).not.toContain(value);
  });

  it("must exist for the id in KEK_CURRENT; others may stand beside it", () => {
    expect(listProblems({ ...complete, KEK_CURRENT: "k2" })).toEqual(["KEK_k2"]);
    expect(listProblems({ ...complete, KEK_CURRENT: "k2", KEK_k2: "" })).toEqual(["KEK_k2"]);
    expect(listProblems({ ...complete, KEK_CURRENT: "CURRENT" })).toEqual(["KEK_CURRENT"]);
    expect(listProblems({ ...complete, KEK_k2: kek, KEK_CURRENT: "k2" })).toEqual([]);
  });
});

describe("a provider's base URL", () => {
  const variables = ["GEMINI_BASE_URL", "EXA_BASE_URL"] as const;
  const allowed = { ALLOWED_PROVIDER_HOSTS: "proxy.example, gateway.example" };
  const accepted = [
    "http://localhost:4000",
    "http://127.0.0.1:4000/",
    "https://localhost",
    "http://[::1]:4000",
    "https://proxy.example",
    "https://gateway.example:8443/v1//",
    "https://PROXY.example",
  ];
  const refused = [
    "http://proxy.example",
    "https://evil.example",
    "https://sub.proxy.example",
    "https://proxy.example.evil.example",
    "https://proxy.example@evil.example",
    "https://api.exa.ai@evil.example",
    "https://api.exa.ai:443@evil.example",
    "https://generativelanguage.googleapis.com.evil.example",
    "http://api.exa.ai",
    "http://localhost@evil.example",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "https://evil.example/localhost",
    "https://evil.example?https://api.exa.ai",
    "https://evil.example#@api.exa.ai",
    "https://evil.example\\@api.exa.ai",
    "http://0.0.0.0:4000",
    "http://169.254.169.254",
    "ftp://proxy.example",
    "file:///etc/passwd",
    "proxy.example",
    "//proxy.example",
    "https://",
    "localhost",
  ];

  it.each(variables)("in %s is loopback, or an https host that is listed exactly", (variable) => {
    for (const url of accepted) expect(listProblems({ ...allowed, [variable]: url })).toEqual([]);
    for (const url of refused)
      expect([url, listProblems({ ...allowed, [variable]: url })]).toEqual([url, [variable]]);
    for (const url of ["https://proxy.example", "https://evil.example"])
      expect(listProblems({ [variable]: url })).toEqual([variable]);
    expect(explain({ [variable]: "https://evil.example" })).toMatch(
      new RegExp(`${variable}: .*Remove ${variable}.*ALLOWED_PROVIDER_HOSTS`),
    );
    expect(listProblems({ ...complete, [variable]: "https://evil.example" })).toEqual([variable]);
  });

  it("of one provider is not another's, and loses its trailing slashes", () => {
    expect(listProblems({ GEMINI_BASE_URL: "https://api.exa.ai" })).toEqual(["GEMINI_BASE_URL"]);
    expect(listProblems({ EXA_BASE_URL: "https://api.exa.ai/" })).toEqual([]);
    expect(baseUrlsOf({ EXA_BASE_URL: "http://127.0.0.1:9//", GEMINI_BASE_URL: "" })).toMatchObject(
      {
        exa: "http://127.0.0.1:9",
        gemini: "https://generativelanguage.googleapis.com",
      },
    );
  });
});
