import { randomUUID } from "node:crypto";
import { expect, inject, test } from "vitest";
import { AUTHOR_PARTS, type Post } from "@/lib/blog/schema";
import { hostileText } from "@/sandbox/exa/hostile-texts";
import { inFull } from "../world/in-full";
import { readInstructions } from "../world/posts/read-instructions";
import { FULL } from "../world/scale";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { saveKeys } from "../world/servers/start-production";
import { createTester, type Tester } from "../world/tester";
import { describeProfile, fillWizard } from "../world/wizard/fill-wizard";

const { production, sandboxUrl } = inject("servers");
const TOPIC = { topic: "Caching in Next.js", wordCount: 400 };

async function createAuthor(word: string): Promise<Tester> {
  const tester = createTester(production.url);
  await saveKeys(tester);
  if (word) await fillWizard(tester.call, word);
  return tester;
}

async function writePost(tester: Tester, more: object = {}): Promise<Post> {
  const headers = { prefer: "wait=240", "idempotency-key": randomUUID() };
  const answer = await tester.call("POST", "/api/blog/generate", { ...TOPIC, ...more }, headers);
  const post: Post = await answer.json();
  expect(post.status).toBe("ready");
  return post;
}

/** The prompts that a tester's Gemini key has paid for, in order. */
async function readPrompts(tester: Tester): Promise<string[]> {
  const entries = await readSandboxLog(sandboxUrl, tester.keys.gemini);
  return entries.flatMap(({ prompt }) => prompt ?? []);
}

test("two authors get different plans and prompts for the same topic, and nothing of one is in the other's", async () => {
  const words = ["marmalade", "lighthouse"] as const;
  const authors = await Promise.all(words.map(createAuthor));
  const posts = await Promise.all(authors.map((author) => writePost(author)));
  const prompts = await Promise.all(authors.map(readPrompts));
  for (const [index, word] of words.entries()) {
    const own = prompts[index] ?? [];
    const plan = own.find((prompt) => prompt.includes("Plan a blog post.")) ?? "";
    const sections = own.filter((prompt) => prompt.includes("Section heading:"));
    expect(sections.length).toBeGreaterThan(2);
    for (const prompt of [plan, ...sections]) {
      expect(prompt).toContain(`Voice: A patient ${word} teacher`);
      expect(prompt).toContain(`Writing style: Short sentences with ${word} in them`);
      expect(prompt).toContain(`Audience: Owners of a ${word} shop`);
      expect(prompt).toContain(`Gaps they leave: What ${word} costs`);
      expect(prompt).toContain("Kinds of post: how-to");
    }
    expect(sections[0]).toContain(`means for Owners of a ${word} shop`);
    expect(own.join()).not.toContain(words[1 - index]);
    expect(posts[index]?.document.used).toEqual([...AUTHOR_PARTS]);
    expect(JSON.stringify(posts[index])).not.toContain(words[1 - index]);
  }
});

inFull.for(AUTHOR_PARTS)("%s can be switched off for one post", async (part) => {
  const author = await createAuthor("umbrella");
  const post = await writePost(author, { useProfile: { [part]: false } });
  expect(post.document.used).toEqual(AUTHOR_PARTS.filter((other) => other !== part));
  const all = (await readPrompts(author)).join("\n");
  const lines = {
    persona: "Voice: ",
    style: "Writing style: ",
    audience: "Audience: Owners",
    gaps: "Gaps they leave: ",
    preferences: "Kinds of post: ",
  };
  for (const [name, line] of Object.entries(lines))
    expect(all.includes(line), `${name} without ${part}`).toBe(name !== part);
});

inFull(
  "what a post says of its audience wins, and who has told nothing is written for as before",
  async () => {
    const author = await createAuthor("umbrella");
    const post = await writePost(author, { audience: "Sailors" });
    expect(post.document.used).not.toContain("audience");
    expect((await readPrompts(author)).join()).not.toContain("Audience: Owners");
    const nobody = await createAuthor("");
    expect((await writePost(nobody)).document.used).toEqual([]);
    const refused = await nobody.call("POST", "/api/blog/generate", {
      ...TOPIC,
      useProfile: { shoes: false },
    });
    expect(refused.status).toBe(422);
  },
);

inFull(
  "a site that the author avoids is never a source, unless the preferences are switched off",
  async () => {
    const author = await createAuthor("umbrella");
    const open = await writePost(author);
    const host = new URL(open.document.sources[0]?.url ?? "").hostname;
    const preferences = { depth: "basic", avoidDomains: [host] };
    const saved = await author.call("PUT", "/api/onboarding/steps/research", { preferences });
    expect(saved.status).toBe(200);
    const answer = await author.call("POST", "/api/blog/generate", TOPIC, { prefer: "wait=240" });
    const { document }: Post = await answer.json();
    for (const { url } of document.sources) expect(url).not.toContain(host);
    const again = await writePost(author, { useProfile: { preferences: false } });
    expect(again.document.sources.some(({ url }) => url?.includes(host))).toBe(true);
  },
);

inFull(
  "a post speaks in the voice of the platform that it names; without such a persona in the blog's",
  async () => {
    const author = await createAuthor("umbrella");
    const { core } = describeProfile("umbrella").persona;
    const speak = (voice: string) => ({ ...core, voice });
    const platforms = { x: speak("A terse sailor"), blog: speak("A patient blogger") };
    const saved = await author.call("PUT", "/api/onboarding/steps/persona", { core, platforms });
    expect(saved.status).toBe(200);
    const heard = async (more: object) => {
      const before = (await readPrompts(author)).length;
      await writePost(author, more);
      const all = (await readPrompts(author)).slice(before).join("\n");
      return [...all.matchAll(/^Voice: (.+)$/gm)].map(([, voice]) => voice);
    };
    const said = async (more: object) => [...new Set(await heard(more))];
    expect(await said({ voice: "x" })).toEqual(["A terse sailor"]);
    expect(await said({})).toEqual(["A patient blogger"]);
    expect(await said({ voice: "medium" })).toEqual(["A patient blogger"]);
    expect(await said({ voice: "x", useProfile: { persona: false } })).toEqual([]);
    const refused = await author.call("POST", "/api/blog/generate", {
      ...TOPIC,
      voice: "telegram",
    });
    expect(refused.status).toBe(422);
  },
);

test("what an author's profile says stays data in the plan and in every section", async () => {
  for (const number of FULL ? [3, 8, 16, 24, 39] : [24]) {
    const { mark, text } = hostileText(number);
    const author = await createAuthor("umbrella");
    const { website, persona } = describeProfile("umbrella");
    const profile = { ...website.profile, writingStyle: text, audience: text, avoid: [text] };
    await author.call("PUT", "/api/onboarding/steps/website", { ...website, profile });
    const core = { ...persona.core, voice: text, donts: [text] };
    await author.call("PUT", "/api/onboarding/steps/persona", { core });
    await writePost(author);
    const { all, instructions } = await readInstructions(sandboxUrl, author.keys.gemini);
    expect(all).toContain(mark);
    // The angle is the model's own sentence, in whatever words it has planned.
    expect(instructions.replace(/^Angle: .*$/gm, "")).not.toContain(mark);
  }
});
