import { z } from "zod";

const post = z.object({ id: z.string(), version: z.number().default(0) });
const PARAGRAPH =
  "A cache keeps what was expensive to make, and hands it out again to whoever asks next, until somebody says that it is stale. ";
const SECTIONS = 20;
const WORDS = PARAGRAPH.trim().split(/\s+/).length;

async function send(address: string, method: string, body: object, headers: object = {}) {
  const init = { method, body: JSON.stringify(body) };
  const answer = await fetch(address, {
    ...init,
    headers: { "content-type": "application/json", ...headers },
  });
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status}`);
  return post.parse(await answer.json());
}

/** A finished post of ten thousand words. @returns its id. */
export async function makeLongPost(base: string): Promise<string> {
  const asked = { topic: "Caching in Next.js", wordCount: 300 };
  const made = await send(`${base}/api/blog/generate`, "POST", asked, { prefer: "wait=240" });
  const times = Math.ceil(10_000 / SECTIONS / WORDS);
  const markdown = Array.from({ length: times }, () => PARAGRAPH.trim()).join("\n\n");
  const sections = Array.from({ length: SECTIONS }, (_, at) => ({
    ...{ id: `part-${at}`, heading: `Part ${at + 1}`, markdown },
  }));
  const edit = { version: made.version, sections };
  return (await send(`${base}/api/blog/posts/${made.id}`, "PATCH", edit)).id;
}

/** A post that is being written. @returns its id. */
export async function startPost(base: string): Promise<string> {
  const asked = { topic: "Streaming in Next.js", wordCount: 1_500 };
  return (await send(`${base}/api/blog/generate`, "POST", asked)).id;
}
