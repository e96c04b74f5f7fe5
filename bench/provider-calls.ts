import { GoogleGenerativeAI } from "@google/generative-ai";
import Exa from "exa-js";
import { z } from "zod";

const searchBody = z.looseObject({ query: z.string() });
/** One recorded provider call: its path and its JSON body. */
export type RecordedCall = { path: string; body: string };
type Replay = { geminiKey: string; exaKey: string; baseUrl: string; model: string };

/** Records the provider calls that `work` makes in this process, in order. */
export async function recordCalls(
  baseUrl: string,
  work: () => Promise<void>,
): Promise<RecordedCall[]> {
  const calls: RecordedCall[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = String(input);
    if (url.startsWith(baseUrl))
      calls.push({ path: url.slice(baseUrl.length), body: String(init?.body ?? "") });
    return original(input, init);
  };
  try {
    await work();
  } finally {
    globalThis.fetch = original;
  }
  return calls;
}

/** A search made with `exa-js` itself. */
export async function searchDirectly(
  call: RecordedCall,
  { exaKey, baseUrl }: Replay,
): Promise<void> {
  const { query, ...options } = searchBody.parse(JSON.parse(call.body));
  await new Exa(exaKey, baseUrl).search(query, options);
}

/**
 * A reply streamed with `@google/generative-ai` itself.
 *
 * @param onlyFirst stops reading at the first piece of text.
 */
export async function streamDirectly(
  call: RecordedCall,
  replay: Replay,
  onlyFirst = false,
): Promise<void> {
  const model = new GoogleGenerativeAI(replay.geminiKey).getGenerativeModel(
    { model: replay.model },
    { baseUrl: replay.baseUrl },
  );
  const { stream, response } = await model.generateContentStream(JSON.parse(call.body));
  response.catch(() => "the stream itself reports it");
  for await (const chunk of stream)
    if (onlyFirst && chunk.candidates?.[0]?.content?.parts?.[0]?.text) return;
}

/** The free call that comes before anything is paid. */
export async function checkDirectly({ geminiKey, baseUrl }: Replay): Promise<void> {
  await (
    await fetch(`${baseUrl}/v1beta/models?pageSize=1`, { headers: { "x-goog-api-key": geminiKey } })
  ).arrayBuffer();
}
