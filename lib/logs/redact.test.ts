import { inspect } from "node:util";
import fc from "fast-check";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { scaled } from "@/tests/world/scale";
import { redact } from "./redact";

/** The line that the product's logger would print for these values. */
function logLine(fields: Record<string, unknown>, message: string): string {
  let printed = "";
  const logger = pino({ base: null }, { write: (line: string) => (printed += redact(line)) });
  logger.error(fields, message);
  return printed;
}

/** Every shape in which a key has been seen to reach a log line. */
function shapes(key: string): string[] {
  const cause = new Error(`refused ${key}`);
  const error = Object.assign(new Error("Failed query", { cause }), {
    params: ["user_a", key],
    config: { headers: { "x-goog-api-key": key }, url: `https://api.example/v1?key=${key}` },
  });
  return [
    logLine({}, `calling with ${key}.`),
    logLine({ err: error }, "failed"),
    logLine({ err: new AggregateError([cause], key) }, "failed"),
    logLine({ headers: ["x-api-key", key], nested: { deep: [{ [key]: key }] } }, "headers"),
    logLine({ body: JSON.stringify({ error: JSON.stringify({ key }) }) }, "echoed"),
    redact(`GET /v1beta/models?alt=sse&key=${encodeURIComponent(key)}&x=1`),
    redact(`GET /search/${encodeURIComponent(key)} 404`),
    redact(inspect(error, { depth: 9 })),
    redact(`${error.stack}\n${key}${key} ${key}`),
  ];
}

describe("the redactor", () => {
  it("removes every key that a living secret holds, in every shape of a log line", () => {
    const character = fc.constantFrom(..."abcdefXYZ0189_.:/+=-");
    const key = fc.string({ unit: character, minLength: 8, maxLength: 512 });
    const removes = fc.property(key, (value) => {
      const secret = new Secret("gemini", value);
      for (const text of shapes(value)) {
        expect(text).toContain("[secret]");
        expect(text).not.toContain(value);
        expect(text).not.toContain(encodeURIComponent(value));
      }
      expect(secret.open()).toBe(value);
    });
    fc.assert(removes, { numRuns: scaled(1_000) });
  });

  it("leaves no tail of a key that begins like another one", () => {
    const keys = ["exa-shared-beginning", "exa-shared-beginning-and-more", "exa-shared-beg"];
    const held = keys.map((key) => new Secret("exa", key));
    for (const secret of held) expect(redact(`<${secret.open()}>`)).toBe("<[secret]>");
  });

  it("removes what looks like a key though nothing holds it", () => {
    const strangers = {
      "AIzaSyD-stranger_0123456789": "AIzaSyD-stranger_0123456789 was reported as leaked",
      "AQ.Ab8RN6stranger_x-y": 'key "AQ.Ab8RN6stranger_x-y" expired',
      ck_pub_stranger: "ck_pub_stranger0123",
      ck_public_stranger: "ck_public_stranger0123",
      stranger1: "https://api.example/v1/models?key=stranger1&alt=sse",
      stranger2: "/search?a=1&api_key=stranger2",
      stranger3: "{ 'x-api-key': 'stranger3', accept: '*/*' }",
      stranger4: '{"x-goog-api-key":"stranger4"}',
      stranger5: "authorization: Bearer stranger5.abc.def",
      stranger6: '{"Authorization":"Bearer stranger6"}',
      stranger7: "X-API-Key: stranger7",
      stranger8: JSON.stringify({ body: JSON.stringify({ "x-api-key": "stranger8" }) }),
      c3RyYW5nZXI5: "authorization: Basic c3RyYW5nZXI5",
      stranger10: JSON.stringify(["x-api-key", "stranger10"]),
    };
    for (const [stranger, line] of Object.entries(strangers))
      expect([line, redact(line).includes(stranger)]).toEqual([line, false]);
    expect(redact("GET /v1?key=stranger1&alt=sse 200")).toBe("GET /v1?key=[secret]&alt=sse 200");
  });

  it("leaves every other line as it is, and a line of JSON readable", () => {
    const lines = [
      '{"level":30,"msg":"[PROD MODE] Using database for user user_2abcDEF"}',
      "GET /api/onboarding/api-keys 200 in 12ms",
      "A key has at most 512 characters; the monkey=banana rule; key missing",
      "https://alwrity.example/search?q=api+key&page=2",
    ];
    for (const line of lines) expect(redact(line)).toBe(line);
    const secret = new Secret("exa", "a-living-key-0123456789");
    const line = logLine({ headers: { "x-api-key": secret.open() }, secret }, "sent");
    expect(JSON.parse(line)).toMatchObject({
      headers: { "x-api-key": "[secret]" },
      secret: "[secret exa …6789]",
      msg: "sent",
    });
  });
});
