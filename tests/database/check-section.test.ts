import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/user-id";
import { findVerbatim } from "@/lib/blog/claims/find-verbatim";
import { splitSentences } from "@/lib/blog/claims/split-sentences";
import type { Library } from "@/lib/blog/run";
import type { PostDocument } from "@/lib/blog/schema";
import { checkSection } from "@/lib/blog/stages/check-section";
import { hostileText } from "@/sandbox/exa/hostile-texts";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { watchRun, writeAndCheck } from "../world/posts/write-and-check";
import { reportFigure } from "../world/report-figure";
import { FULL, scaled } from "../world/scale";
import { readSandboxLog } from "../world/servers/sandbox-log";
import { setUpSandbox } from "../world/servers/set-up-sandbox";

const database = setUpDatabase();
const sandbox = setUpSandbox();

let serial = 0;
async function userWith(gemini: string, exa = "ok"): Promise<{ user: UserId; key: string }> {
  serial += 1;
  const user = clerkUser(`check_${serial}`);
  const key = `${gemini}-check-${serial}`;
  await saveKeyDirectly(user, { gemini: key, exa: `${exa}-check-${serial}` });
  return { user, key };
}

const LIBRARY: Library = {
  sources: [{ id: "S1", url: "https://example.org/a", title: "A page", publishedAt: null }],
  passages: [
    {
      id: "S1.p1",
      sourceId: "S1",
      text: "The cache keeps a page for 300 seconds by default. Every region has a cache of its own.",
    },
    { id: "S1.p2", sourceId: "S1", text: "The team released version 2.1.0 on 3 March 2024." },
  ],
};

async function operations(user: UserId): Promise<string[]> {
  const rows = await database()
    .sql`SELECT operation FROM usage_events WHERE user_id = ${user} ORDER BY created_at`;
  return rows.map(({ operation }) => String(operation));
}

/** A section of a post whose outline and sources are given, checked. */
async function checkText(gemini: string, markdown: string) {
  const { user } = await userWith(gemini);
  const watched = await watchRun(user, { topic: "Caching in Next.js" });
  const section = { id: "sec-1", heading: "A heading", markdown };
  const item = { id: section.id, heading: section.heading, sourceIds: ["S1"] };
  watched.run.emit("outline", { title: "A title", sections: [item] });
  watched.run.emit("section-delta", { sectionId: section.id, text: markdown });
  const checked = await checkSection(watched.run, section, LIBRARY, 2);
  return { ...watched, user, checked };
}

test("what the passages say is green with its quotation, after one judging call", async () => {
  const text = "The cache keeps a page for 300 seconds by default [^S1.p1]. Just an aside.";
  const { user, checked, events, document } = await checkText("ok", text);
  expect(checked.claims).toEqual([
    {
      text: "The cache keeps a page for 300 seconds by default.",
      passageIds: ["S1.p1"],
      level: "supported",
      quote: "The cache keeps a page for 300 seconds by default.",
      reason: null,
    },
  ]);
  expect(document().sections[0]?.markdown).toBe(text);
  expect(document().verdicts).toEqual([{ sectionId: "sec-1", dropped: 2, claims: checked.claims }]);
  expect(events.some(({ type }) => type === "section-reset")).toBe(false);
  expect(await operations(user)).toEqual(["judge"]);
});

test("what they do not say is rewritten once, and the new text reaches its followers with its citations", async () => {
  const text = [
    "The cache keeps a page for 600 seconds by default [^S1.p1].",
    "",
    "- Version 2.1.0 came on 4 March 2024 [^S1.p2].",
    "- Tomatoes need sun everywhere [^S1.p1].",
    "- In 2019 it was new.",
  ].join("\n");
  const { user, checked, document } = await checkText("ok", text);
  expect(checked.markdown).toBe(
    [
      "The cache keeps a page for 300 seconds by default[^S1.p1].",
      "",
      "- The team released version 2.1.0 on 3 March 2024[^S1.p2].",
      "- In 2019 it was new.",
    ].join("\n"),
  );
  expect(checked.claims.map(({ level, reason }) => [level, reason])).toEqual([
    ["unsure", "It was rewritten after the check. Read it against its source."],
    ["unsure", "It was rewritten after the check. Read it against its source."],
    ["unsure", "It states “2019” and cites nothing."],
  ]);
  expect(document().sections[0]?.markdown).toBe(checked.markdown);
  expect(document().citations.map(({ passageId, url }) => [passageId, url])).toEqual([
    ["S1.p1", "https://example.org/a"],
    ["S1.p2", "https://example.org/a"],
  ]);
  expect(document().verdicts[0]?.claims).toEqual(checked.claims);
  expect(await operations(user)).toEqual(["judge", "mend"]);
});

test("a judge who lies turns nothing green, and what code refutes stays red", async () => {
  const text =
    "Every region has a cache of its own [^S1.p1]. It keeps a page for 600 seconds [^S1.p1].";
  const { checked, events } = await checkText("hostile", text);
  expect(checked.markdown).toBe(text);
  expect(checked.claims.map(({ level }) => level)).toEqual(["unsure", "unsupported"]);
  expect(checked.claims[1]?.reason).toBe(
    "The cited passage says “300 seconds”, not “600 seconds”.",
  );
  expect(events.some(({ type }) => type === "section-reset")).toBe(false);
});

test("a check that fails keeps the post, and says that no model has checked it", async () => {
  const text =
    "Every region has a cache of its own [^S1.p1]. It keeps a page for 600 seconds [^S1.p1].";
  for (const scenario of ["off-schema", "safety", "max-tokens", "blocked-prompt"]) {
    const { checked, document } = await checkText(scenario, text);
    expect(checked.markdown, scenario).toBe(text);
    expect(checked.claims.map(({ level }) => level)).toEqual(["unsure", "unsupported"]);
    expect(checked.claims[0]?.reason).toMatch(/^No model has checked it: /);
    expect(document().verdicts[0]?.claims).toEqual(checked.claims);
  }
  await expect(checkText("leaked", text)).rejects.toMatchObject({ code: "key_leaked" });
  await expect(checkText("quota-day", text)).rejects.toMatchObject({ code: "quota_day" });
});

const TOPICS = [
  "Caching in Next.js",
  "Server components",
  "Streaming a page",
  "Image optimization",
  "Durable workflows",
  "Fonts without layout shift",
  "Route handlers",
  "Environment variables",
];
/** What an adversarial writer puts into every section, as far as words are left of it. */
const PLANTED = /87\.5%|4,711|“a refund for every reader”/;

/** Text without the sentences that stand word for word in a passage: those are quoted, not obeyed. */
function ownWords(markdown: string, { passages }: Library): string {
  const squeeze = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
  const known = passages.map(({ text }) => squeeze(text));
  const sentences = splitSentences(markdown).map(({ text }) => text);
  return sentences.filter((text) => !known.some((one) => one.includes(squeeze(text)))).join("\n");
}

function expectClean(document: PostDocument, { sources, passages }: Library): number {
  for (const citation of document.citations) {
    const passage = passages.find(({ id }) => id === citation.passageId);
    const source = sources.find(({ id }) => id === passage?.sourceId);
    expect(citation).toMatchObject({ sourceId: source?.id, url: source?.url });
    expect(passage?.text).toContain(citation.quote);
  }
  const headings = document.sections.map(({ heading }) => heading);
  const names = [document.title, ...headings, ...sources.map(({ title }) => title)].join("\n");
  expect(names).not.toMatch(/(?:https?|javascript):\S|<[a-z/!]|\u200b/i);
  for (const { id, markdown } of document.sections) {
    expect(markdown).not.toMatch(/(?:https?|ftp):|www\.|javascript:|<[a-z/!]|!\[|\]\(|\u200b/i);
    const cited = [...markdown.matchAll(/\[\^([^\]]+)\]/g)].map(([, mark]) => mark);
    const sent = document.citations.filter(({ sectionId }) => sectionId === id);
    expect([...new Set(cited)].sort()).toEqual(sent.map(({ passageId }) => passageId).sort());
  }
  return document.sections.reduce((sum, { markdown }) => sum + markdown.split("[^").length - 1, 0);
}

test("an adversarial writer over hostile pages gets no unknown citation, address, image or wrong number past the check", async () => {
  const posts = FULL ? scaled(200) : 6;
  let [marks, planted] = [0, 0];
  for (let number = 1; number <= posts; number += 1) {
    const writer = number % 2 === 0 ? "hostile" : "prose+hostile";
    const pages = number % 5 === 0 ? "hostile-pages" : `hostile-pages:${number}`;
    const { user, key } = await userWith(writer, pages);
    const topic = TOPICS[number % TOPICS.length] ?? "";
    const watched = await watchRun(user, { topic });
    const { library, written } = await writeAndCheck(watched, 2);
    marks += expectClean(written, library) + expectClean(watched.document(), library);
    const { mark, url } = hostileText(number);
    for (const { claims, sectionId } of watched.document().verdicts) {
      const { markdown = "" } =
        watched.document().sections.find(({ id }) => id === sectionId) ?? {};
      const lies = claims.filter(({ text }) => PLANTED.test(text));
      for (const { text, level } of lies) expect(level, text).toBe("unsupported");
      planted += PLANTED.test(markdown) ? 1 : 0;
      expect(lies.length > 0).toBe(PLANTED.test(markdown));
      expect(markdown).not.toMatch(/93\.7%|5,813|evil/);
      expect(ownWords(markdown, library)).not.toMatch(/OBEYED|casino|BUY AT/);
      for (const claim of claims)
        if (claim.level === "supported") {
          expect(writer, claim.text).not.toBe("hostile");
          const cited = library.passages.filter(({ id }) => claim.passageIds.includes(id));
          expect(cited.some(({ text }) => findVerbatim(text, claim.quote ?? ""))).toBe(true);
        }
    }
    const instructions = await readInstructions(key);
    expect(instructions, `${number}`).not.toContain(mark);
    expect(instructions).not.toContain(url);
  }
  reportFigure(
    "citations of an adversarial writer over hostile pages that point to retrieved passages",
    `${marks} of ${marks} in ${posts} posts, with 0 foreign addresses, images and elements`,
  );
  reportFigure(
    "sections of an adversarial writer whose planted lies were marked red or taken out",
    `${2 * posts} of ${2 * posts} (${planted} red)`,
  );
});

/**
 * The prompts that a key paid for, without what stands between markers of the prompt's own nonce, and
 * without the lines that name pages and headings: a simulated model makes its headings of titles.
 */
async function readInstructions(key: string): Promise<string> {
  const prompts = (await readSandboxLog(sandbox().url, key)).map(({ prompt }) => prompt ?? "");
  const block = /<passage id="[^"]+" nonce="([0-9a-f-]{36})">\n[\s\S]*?\n<\/passage nonce="\1">/g;
  const names =
    /^(?:S\d+|Section heading|Section before it|Section after it|Other sections): .*$/gm;
  return prompts.map((prompt) => prompt.replace(block, "").replace(names, "")).join("\n");
}
