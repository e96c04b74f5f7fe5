import { GoogleGenerativeAI } from "@google/generative-ai";
import { fingerprintKey } from "./log/fingerprint-key";
import type { LogEntry } from "./log/request-log";
import type { RunningSandbox } from "./start-sandbox";

/** A section prompt as the product writes them. */
export const SECTION = `Write one section of a blog post.
Topic: How caching works in Next.js
Section heading: Caching data
Other sections: Revalidating; Deploying
Target words: 60

S1: Caching — https://nextjs.org/docs/app/getting-started/caching

<passage id="S1.p1" nonce="ab12">
## Caching
Caching is a technique for storing the result of data fetching and other computations so that future requests can be served faster.

\`\`\`ts
const data = await fetch("https://example.com"); // this is code and no sentence.
\`\`\`
</passage nonce="ab12">
<passage id="S1.p2" nonce="ab12">
The directive caches the return value of asynchronous functions and of components. It can be applied at two levels of an application.
</passage nonce="ab12">`;

export function modelOf({ url }: RunningSandbox, key: string) {
  const client = new GoogleGenerativeAI(key);
  return client.getGenerativeModel({ model: "gemini-3.5-flash-lite" }, { baseUrl: url });
}

/** Reads a whole stream through the SDK; rejects where the SDK does. */
export async function readStream(sandbox: RunningSandbox, key: string, prompt = SECTION) {
  const { stream, response } = await modelOf(sandbox, key).generateContentStream(prompt);
  response.catch(() => {});
  let text = "";
  let last: unknown;
  let finishReason: string | undefined;
  for await (const chunk of stream) {
    last = chunk;
    finishReason = chunk.candidates?.[0]?.finishReason;
    text += chunk.candidates?.[0]?.content?.parts?.map((part) => part.text ?? "").join("") ?? "";
  }
  return { text, last, finishReason };
}

/** The log's entries of one key. */
export async function readLog({ url }: RunningSandbox, key: string): Promise<LogEntry[]> {
  const response = await fetch(`${url}/_log?fingerprint=${fingerprintKey(key)}`);
  const { requests }: { requests: LogEntry[] } = await response.json();
  return requests;
}
