import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError, type FieldProblem } from "../errors";
import { saveApiKeysBody } from "../keys/schema";
import { readBody } from "./read-body";

const LIMIT = 256 * 1024;
const note = z.strictObject({
  text: z.string(),
  tags: z.array(z.strictObject({ name: z.string() })).optional(),
});
const ADDRESS = "http://localhost/api";

function send(body: BodyInit | null, headers: Record<string, string> = {}): Request {
  return new Request(ADDRESS, { method: "POST", body, headers, ...{ duplex: "half" } });
}

/** A body without a content-length; `pulled` counts the chunks that were asked for. */
function stream(chunk: Uint8Array, chunks: number) {
  const counter = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      counter.pulled += 1;
      if (counter.pulled > chunks) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: () => {
      counter.cancelled = true;
    },
  });
  return { body, counter };
}

function textOf(bytes: number): string {
  return JSON.stringify({ text: "x".repeat(bytes - '{"text":""}'.length) });
}

/** The code of the refusal with its fields, or `accepted`. */
async function outcome(request: Request): Promise<{ code: string; fields?: FieldProblem[] }> {
  try {
    await readBody(request, note);
    return { code: "accepted" };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, fields: error.context.fields };
  }
}

describe("reading a body", () => {
  it("takes 256 KB and not a byte more, counted with and without a content-length", async () => {
    const encoder = new TextEncoder();
    for (const [size, code] of [
      [LIMIT, "accepted"],
      [LIMIT + 1, "too_large"],
    ] as const) {
      const text = textOf(size);
      expect(encoder.encode(text)).toHaveLength(size);
      expect(await outcome(send(text, { "content-length": String(size) }))).toMatchObject({ code });
      expect(await outcome(send(stream(encoder.encode(text), 1).body))).toMatchObject({ code });
      expect(await outcome(send(text, { "content-length": "2" }))).toMatchObject({ code });
    }
    const twoBytesEach = JSON.stringify({ text: "é".repeat(LIMIT / 2) });
    expect(await outcome(send(twoBytesEach))).toMatchObject({ code: "too_large" });
    expect(await outcome(send("{}", { "content-length": "9999999" }))).toMatchObject({
      code: "too_large",
    });
  });

  it("stops reading a body soon after its limit", async () => {
    const { body, counter } = stream(new Uint8Array(64 * 1024), 1_000);
    expect(await outcome(send(body))).toMatchObject({ code: "too_large" });
    expect(counter.cancelled).toBe(true);
    expect(counter.pulled).toBeLessThan(10);
  });

  it("puts together characters that chunks cut apart", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ text: "naïve – 😀" }));
    const chunks = [...bytes].map((byte) => Uint8Array.of(byte));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });
    expect(await readBody(send(body), note)).toEqual({ text: "naïve – 😀" });
  });

  it("refuses what is not JSON", async () => {
    for (const body of [
      null,
      "",
      " ",
      "{",
      "text",
      "{'text':'x'}",
      '{"text":"x"},',
      "text=x",
      "NaN",
      "\uFEFF{}",
      '{"text":"a\nb"}',
    ])
      expect([body, await outcome(send(body))]).toEqual([body, { code: "not_json" }]);
    const form = new FormData();
    form.set("text", "x");
    expect(await outcome(send(form))).toEqual({ code: "not_json" });
  });

  it("names every field that is not valid, by its path", async () => {
    const problems = async (body: unknown) =>
      (await outcome(send(JSON.stringify(body)))).fields?.map(({ field }) => field);
    for (const body of [null, 7, "text", [], true]) expect(await problems(body)).toEqual(["body"]);
    expect(await problems({})).toEqual(["text"]);
    expect(await problems({ text: 1, tags: [{ name: "a" }, { name: 2, x: 3 }] })).toEqual([
      "text",
      "tags.1.name",
      "tags.1.x",
    ]);
    expect(await problems({ text: "x", userId: "user_b", user_id: "user_b" })).toEqual([
      "userId",
      "user_id",
    ]);
    expect(await problems({ text: "x", ["k".repeat(5_000)]: 1 })).toEqual(["k".repeat(80)]);
  });

  it("refuses keys that could change every object, and changes none", async () => {
    const bodies = [
      '{"text":"x","__proto__":{"admin":true}}',
      '{"text":"x","constructor":{"prototype":{"admin":true}}}',
      '{"text":"x","prototype":{"admin":true}}',
      '{"text":"x","toString":"y"}',
      '{"__proto__":{"text":"x"}}',
    ];
    for (const body of bodies)
      expect([body, (await outcome(send(body))).code]).toEqual([body, "invalid"]);
    expect({}).not.toHaveProperty("admin");
    const hidden = send('{"__proto__":{"gemini":"AIza-planted"}}');
    await expect(readBody(hidden, saveApiKeysBody)).rejects.toMatchObject({ code: "invalid" });
  });

  it("does not send a refused value back", async () => {
    const request = send(JSON.stringify({ gemini: "AIzaSy with a space", exa: 7 }));
    const error = await readBody(request, saveApiKeysBody).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(AppError);
    expect(JSON.stringify(error)).not.toContain("AIzaSy");
    expect(JSON.stringify(error)).toContain("gemini");
  });
});
