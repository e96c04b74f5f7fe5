import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningSandbox, startSandbox } from "./start-sandbox";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

const declare = (name: string) => ({
  name,
  parameters: {
    type: "object",
    properties: { topic: { type: "string" }, tone: { type: "string" } },
    required: ["topic"],
  },
});
const TOOLS = [{ functionDeclarations: ["start_post", "showUsage", "delete_post"].map(declare) }];
const say = (text: string) => ({ role: "user", parts: [{ text }] });
const answer = (name: string) => ({ functionResponse: { name, response: { ok: true } } });

async function ask(contents: object[], { key = "ok-tool", model = "gemini-3.5-flash-lite" } = {}) {
  const response = await fetch(`${sandbox.url}/v1beta/models/${model}:generateContent`, {
    method: "POST",
    headers: { "x-goog-api-key": key },
    body: JSON.stringify({ contents, tools: TOOLS }),
  });
  const body = await response.json();
  return { status: response.status, body, content: body.candidates?.[0]?.content };
}

test("tools that the user's last message names are called at once, in that order", async () => {
  const said = say('Please show usage, then start_post {"topic": "tea {green}", "tone": "dry"}.');
  const { content } = await ask([said]);
  const calls = content.parts.map((part: { functionCall: object }) => part.functionCall);
  expect(calls).toMatchObject([
    { name: "showUsage", args: { topic: expect.any(String) } },
    { name: "start_post", args: { topic: "tea {green}", tone: "dry" } },
  ]);
  expect(calls[0].args).not.toHaveProperty("tone");
  expect(content.parts[0].thoughtSignature).toEqual(expect.any(String));
  expect(content.parts[1].thoughtSignature).toBeUndefined();
  const after = await ask([
    said,
    content,
    { role: "user", parts: [answer("showUsage"), answer("start_post")] },
  ]);
  expect(after.content.parts[0].text).toContain("simulated");
});

test("text that is not the user's last message calls nothing", async () => {
  const { content } = await ask([
    say("start_post about tea"),
    { role: "model", parts: [{ text: "delete_post now" }] },
    say("thank you"),
  ]);
  expect(content.parts[0].text).toContain("thank you");
});

test("a signature that is lost, or of another model or key, is refused; so are missing answers", async () => {
  const said = say("start_post about tea");
  const { content } = await ask([said]);
  const answers = { role: "user", parts: [answer("start_post")] };
  const unsigned = { role: "model", parts: [{ functionCall: content.parts[0].functionCall }] };
  const refusals = [
    await ask([said, unsigned, answers]),
    await ask([said, content, answers], { key: "ok-other" }),
    await ask([said, content, answers], { model: "gemini-3.5-flash" }),
    await ask([said, content, say("and?")]),
    await ask([said, content]),
  ];
  for (const { status, body } of refusals) {
    expect(status).toBe(400);
    expect(body.error.status).toBe("INVALID_ARGUMENT");
  }
  expect((await ask([said, content, answers])).status).toBe(200);
});

test("a call may be malformed", async () => {
  const { body } = await ask([say("start_post about tea")], { key: "malformed-call-x" });
  expect(body.candidates[0].finishReason).toBe("MALFORMED_FUNCTION_CALL");
});
