import { createTester, type Tester } from "@/tests/world/tester";
import { openBenchWorld, REQUEST } from "./open-bench-world";
import { measure, median, type Ratio } from "./print-ratio";
import { replayToFirstWord } from "./replay-run";

const SAMPLES = 8;

/**
 * From the request to the first streamed word, through the whole product over HTTP, against the same
 * provider calls made directly with the SDKs, taken in turns.
 */
export async function benchFirstWord(): Promise<Ratio> {
  const world = await openBenchWorld();
  const [direct, product]: [number[], number[]] = [[], []];
  for (let sample = -1; sample < SAMPLES; sample += 1) {
    const tester = createTester(world.appUrl);
    await tester.call("POST", "/api/onboarding/api-keys", tester.keys);
    const replay = {
      geminiKey: tester.keys.gemini,
      exaKey: tester.keys.exa,
      baseUrl: world.sandboxUrl,
      model: "gemini-3.5-flash-lite",
    };
    const one = await measure(() => replayToFirstWord(world.run, replay));
    const other = await measure(() => readToFirstWord(tester));
    if (sample >= 0) direct.push(one);
    if (sample >= 0) product.push(other);
  }
  await world.close();
  const ratio = median(product) / median(direct);
  return {
    name: "first streamed word of generate ÷ the same calls made with the SDKs",
    ratio,
    limit: 1.5,
    samples: SAMPLES,
  };
}

async function readToFirstWord(tester: Tester): Promise<void> {
  const answer = await tester.call("POST", "/api/blog/generate", REQUEST, {
    accept: "text/event-stream",
  });
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes("event: section-delta")) return;
    if (text.includes("event: error")) throw new Error(text);
  }
  throw new Error("The stream ended before the first word.");
}
