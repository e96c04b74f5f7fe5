import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readSession } from "./read-session";

const own = {
  sub: "user_2abcDEF",
  sid: "sess_1",
  azp: "https://alwrity.example",
  exp: 1_900_000_000,
  iss: "https://clerk.alwrity.example",
};

beforeEach(() => {
  const host = Buffer.from("clerk.alwrity.example$").toString("base64");
  vi.stubEnv("NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY", `pk_live_${host}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test("a session of this instance is read with the time at which it ends", () => {
  expect(readSession(own)).toEqual({ subject: "user_2abcDEF", expiresAt: 1_900_000_000_000 });
  expect(readSession({ ...own, v: 2, fva: [0, -1], org_id: "org_1" })).not.toBeNull();
});

test("behind a proxy of its Frontend API the proxy is the issuer too", () => {
  const proxied = { ...own, iss: "https://alwrity.example/__clerk" };
  expect(readSession(proxied)).toBeNull();
  vi.stubEnv("NEXT_PUBLIC_CLERK_PROXY_URL", "https://alwrity.example/__clerk/");
  expect(readSession(proxied)).not.toBeNull();
  expect(readSession(own)).not.toBeNull();
});

const { sid: _sid, ...template } = own;
const { exp: _exp, ...endless } = own;
const { azp: _azp, ...placeless } = own;
const { iss: _iss, ...issuerless } = own;
const REFUSED: Record<string, unknown> = {
  "of a JWT template, which names no session": template,
  "without an end": endless,
  "with an end that is no number": { ...own, exp: "1900000000" },
  "without an origin": placeless,
  "without an issuer": issuerless,
  "of another instance": { ...own, iss: "https://clerk.evil.example" },
  "of an instance whose name begins alike": { ...own, iss: `${own.iss}.evil.example` },
  "over http": { ...own, iss: "http://clerk.alwrity.example" },
  "of somebody who acts for the user": { ...own, act: { sub: "user_admin" } },
  "with an actor that is empty": { ...own, act: null },
  "with an empty session": { ...own, sid: "" },
  "with an empty subject": { ...own, sub: "" },
  "with a subject of spaces": { ...own, sub: "user 1" },
  "with a subject of another script": { ...own, sub: "user_аbc" },
  "with a subject that breaks a line": { ...own, sub: "user_1\n" },
  "with a subject that is a name of the language's": { ...own, sub: "__proto__" },
  "with the subject of development": { ...own, sub: "local-developer" },
  "with a subject of NUL": { ...own, sub: "user_1\0" },
  "with a subject that is too long": { ...own, sub: "u".repeat(300) },
  "with a subject that is no text": { ...own, sub: { $ne: "" } },
  "that is nothing": null,
};

test.each(Object.entries(REFUSED))("a token %s is nobody's", (_, verified) => {
  expect(readSession(verified)).toBeNull();
});
