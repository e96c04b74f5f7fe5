import { GoogleGenerativeAI, SchemaType } from "@google/generative-ai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fingerprintKey } from "./log/fingerprint-key";
import { modelOf, readLog, readStream, SECTION } from "./sandbox-client";
import { type RunningSandbox, startSandbox } from "./start-sandbox";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

test("writes a section from the passages, cites them, and says the same again", async () => {
  const first = await readStream(sandbox, "ok-section");
  expect(first.text).toContain("Caching is a technique for storing the result");
  expect(first.text).toMatch(/served faster \[\[S1\.p1\]\]\./);
  expect(first.text).not.toContain("example.com");
  expect(first.finishReason).toBe("STOP");
  expect(first.last).toMatchObject({
    usageMetadata: { promptTokenCount: expect.any(Number), thoughtsTokenCount: 20 },
    modelVersion: "gemini-3.5-flash-lite",
  });
  expect((await readStream(sandbox, "ok-section")).text).toBe(first.text);
  const { response } = await modelOf(sandbox, "ok-section").generateContent(SECTION);
  expect(response.text()).toBe(first.text);
});

test("logs fingerprint, tokens and prompt of a request, but never a key", async () => {
  const key = "ok-log-0123456789";
  await readStream(sandbox, key);
  const [entry] = await readLog(sandbox, key);
  expect(entry).toMatchObject({
    provider: "gemini",
    method: "POST",
    path: "/v1beta/models/gemini-3.5-flash-lite:streamGenerateContent",
    model: "gemini-3.5-flash-lite",
    status: 200,
    streamed: true,
    hungUp: false,
    prompt: SECTION,
  });
  expect(entry?.promptTokens).toBe(Math.ceil(SECTION.length / 4));
  expect(entry?.outputTokens).toBeGreaterThan(20);
  const whole = await (await fetch(`${sandbox.url}/_log`)).text();
  expect(whole).not.toContain(key);
  const stats = await (await fetch(`${sandbox.url}/_log/stats`)).json();
  expect(stats.keys).toContainEqual(
    expect.objectContaining({ keyFingerprint: fingerprintKey(key), requests: 1, failed: 0 }),
  );
});

test("answers JSON calls with what the schema allows", async () => {
  const text = { type: SchemaType.STRING } as const;
  const model = new GoogleGenerativeAI("ok-json").getGenerativeModel(
    {
      model: "gemini-3.5-flash-lite",
      generationConfig: {
        responseMimeType: "application/json",
        responseSchema: {
          type: SchemaType.OBJECT,
          required: ["queries", "headings", "language"],
          properties: {
            queries: { type: SchemaType.ARRAY, items: text, minItems: 3, maxItems: 6 },
            language: text,
            headings: {
              type: SchemaType.ARRAY,
              minItems: 5,
              maxItems: 8,
              items: {
                type: SchemaType.OBJECT,
                properties: { heading: text, sourceIds: { type: SchemaType.ARRAY, items: text } },
              },
            },
          },
        },
      },
    },
    { baseUrl: sandbox.url },
  );
  const { response } = await model.generateContent(SECTION);
  const plan = JSON.parse(response.text());
  expect(plan.queries.length).toBeGreaterThanOrEqual(3);
  expect(new Set(plan.queries).size).toBe(plan.queries.length);
  expect(plan.headings.length).toBeGreaterThanOrEqual(5);
  expect(plan.headings[0].sourceIds).toEqual(["S1"]);
});

test("judges claims by the passages they cite", async () => {
  const schema = {
    type: "array",
    items: {
      type: "object",
      properties: {
        claimId: { type: "string" },
        verdict: { enum: ["supported", "partial", "unsupported"] },
        evidenceQuote: { type: "string" },
      },
      required: ["claimId", "verdict", "evidenceQuote"],
    },
  };
  const claims = `C1 [S1.p1]: Caching is a technique for storing the result of data fetching.
C2 [S1.p2]: Tomatoes need 7 hours of sun.`;
  const response = await fetch(
    `${sandbox.url}/v1beta/models/gemini-3.5-flash-lite:generateContent`,
    {
      method: "POST",
      headers: { "x-goog-api-key": "ok-judge" },
      body: JSON.stringify({
        contents: [{ role: "user", parts: [{ text: `${claims}\n\n${SECTION}` }] }],
        generationConfig: { responseMimeType: "application/json", responseJsonSchema: schema },
      }),
    },
  );
  const { candidates } = await response.json();
  const verdicts = JSON.parse(candidates[0].content.parts[0].text);
  expect(verdicts).toMatchObject([
    { claimId: "C1", verdict: "supported" },
    { claimId: "C2", verdict: "unsupported" },
  ]);
  expect(SECTION).toContain(verdicts[0].evidenceQuote);
});

test("unknown fields are refused as the real API refuses them", async () => {
  const response = await fetch(
    `${sandbox.url}/v1beta/models/gemini-3.5-flash-lite:generateContent`,
    {
      method: "POST",
      headers: { "x-goog-api-key": "ok-strict" },
      body: JSON.stringify({
        contents: [{ parts: [{ text: "hello" }] }],
        generationConfig: {
          responseMimeType: "application/json",
          responseSchema: { type: "OBJECT", additionalProperties: false },
        },
      }),
    },
  );
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("additionalProperties");
});

test("without alt=sse the stream is one JSON array, and so is its error", async () => {
  const ask = (key: string) =>
    fetch(`${sandbox.url}/v1beta/models/gemini-3.5-flash-lite:streamGenerateContent`, {
      method: "POST",
      headers: { "x-goog-api-key": key },
      body: JSON.stringify({ contents: [{ parts: [{ text: SECTION }] }] }),
    }).then((response) => response.json());
  expect((await ask("ok-array")).at(-1).candidates[0].finishReason).toBe("STOP");
  expect((await ask("bad-array"))[0].error.code).toBe(400);
});

test("maxOutputTokens ends a reply, and thoughts count towards it", async () => {
  const model = modelOf(sandbox, "ok-max");
  const contents = [{ role: "user", parts: [{ text: SECTION }] }];
  const ask = async (maxOutputTokens: number) =>
    (await model.generateContent({ contents, generationConfig: { maxOutputTokens } })).response;
  expect((await ask(30)).candidates?.[0]?.finishReason).toBe("MAX_TOKENS");
  expect((await ask(30)).text().length).toBe(40);
  expect((await ask(10)).text()).toBe("");
  const { totalTokens } = await model.countTokens("four char words here");
  expect(totalTokens).toBe(5);
});

test("a sentence that suits another heading better is left to that section", async () => {
  const prompt = SECTION.replace(
    "Section heading: Caching data",
    "Section heading: Directive levels",
  ).replace("Other sections: Revalidating; Deploying", "Other sections: Caching technique");
  const { text } = await readStream(sandbox, "ok-share", prompt);
  expect(text).toContain("two levels");
  expect(text).not.toContain("Caching is a technique");
});
