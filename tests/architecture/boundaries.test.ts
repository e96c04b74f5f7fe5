import { expect, test } from "vitest";
import { readRepository, readSources } from "./read-sources";
import { findViolations, type RuleName } from "./rules";

/** Files that break a rule; the first one is blamed. */
type Sample = [file: string, code: string][];

const CLIENT = "app/(product)/posts/_list/row.tsx";
/** For each rule ways to break it, through the alias, relative paths and every form of import. */
const BROKEN: Record<RuleName, Sample[]> = {
  "pages hold no data access": [
    [["app/posts/page.tsx", 'import { posts } from "@/drizzle/schema/posts";']],
    [["app/posts/[id]/page.tsx", 'import { posts } from "../../../drizzle/schema/posts.ts";']],
    [["app/(product)/posts/page.tsx", 'import { asUser } from "../../../lib/db/as-user";']],
    [["app/page.tsx", 'export { sql } from "drizzle-orm";']],
    [["app/page.tsx", 'const { default: postgres } = await import("postgres");']],
    [["app/page.tsx", 'import type { Schema } from "@google/generative-ai";']],
    [["app/page.tsx", "type T = import('exa-js').default;"]],
    [["app/layout.tsx", 'import { auth } from "@clerk/nextjs/server";']],
    [["app/page.tsx", 'import { startSandbox } from "@/sandbox/start-sandbox";']],
    [["app/page.tsx", 'import { scaled } from "../tests/world/scale";']],
  ],
  "the product knows nothing of its surroundings": [
    [["lib/blog/run.ts", 'import { Page } from "@/app/page";']],
    [["lib/blog/run.ts", 'import { Page } from "../../app/page";']],
    [["lib/blog/stages/plan.ts", 'const s = require("../../../sandbox/scenario/registry");']],
    [["lib/blog/run.ts", 'export * from "../../tests/world/scale";']],
    [["proxy.ts", 'import { port } from "./commands/find-free-port";']],
  ],
  "foundations know no domain": [
    [["lib/db/connect.ts", 'import { run } from "@/lib/blog/run-post";']],
    [["lib/auth/user-id.ts", 'import type { ApiKeys } from "../keys/stores/key-store";']],
    [["lib/errors.ts", 'import { PROVIDERS } from "./providers/registry";']],
  ],
  "one file talks to Gemini": [
    [["lib/blog/call.ts", 'import { SchemaType } from "@google/generative-ai";']],
    [["lib/providers/exa.ts", 'import("@google/generative-ai/server");']],
    [["proxy.ts", 'import type { Schema } from "@google/generative-ai";']],
  ],
  "one file talks to Exa": [
    [["lib/blog/search.ts", 'import Exa from "exa-js";']],
    [["lib/providers/gemini.ts", "const Exa = await import(`exa-js`);"]],
  ],
  "providers get their key and address as arguments": [
    [["lib/providers/gemini.ts", 'import { readVar } from "@/lib/env";']],
    [["lib/providers/gemini.ts", 'import { requireConfig } from "../config";']],
    [["lib/providers/exa.ts", 'import { requireApiKey } from "../keys/resolve-api-keys";']],
    [["lib/providers/exa.ts", 'import { asUser } from "./../db/as-user";']],
    [["lib/providers/exa.ts", 'import postgres from "postgres";']],
  ],
  "only lib/auth asks Clerk who somebody is": [
    [["lib/http/with-user.ts", 'import { auth } from "@clerk/nextjs/server";']],
    [["app/api/x/route.ts", 'import { auth } from "@clerk/nextjs/server";']],
  ],
  "the key domain knows providers by their registry": [
    [["lib/keys/save.ts", 'import { exa } from "@/lib/providers/exa";']],
    [["lib/keys/stores/database.ts", 'import { checkGeminiKey } from "../../providers/gemini";']],
    [["lib/keys/save.ts", 'import { Provider } from "../providers/provider";']],
  ],
  "the database schema stands alone": [
    [["drizzle/schema/posts.ts", 'import type { UserId } from "@/lib/auth/user-id";']],
    [["drizzle/schema/posts.ts", 'import { STEPS } from "../../lib/onboarding/schema";']],
  ],
  "the sandbox knows nothing of the product": [
    [["sandbox/server.ts", 'import { ERRORS } from "@/lib/errors";']],
    [["sandbox/gemini/answer.ts", 'import type { Post } from "../../lib/blog/schema";']],
  ],
  "browsers load no server code": [
    [[CLIENT, '"use client";\nimport { getPost } from "@/lib/blog/get-post";']],
    [[CLIENT, '"use client";\nimport { getPost } from "../../../../lib/blog/get-post";']],
    [[CLIENT, '"use client";\nimport { Key } from "../../onboarding/key-input";']],
    [[CLIENT, '"use client";\nimport { Frame } from "@/app/_landing/frame";']],
    [[CLIENT, '"use client";\nimport { readFile } from "node:fs";']],
    [[CLIENT, '"use client";\nimport { cookies } from "next/headers";']],
    [["app/error.tsx", '"use client";\nimport { Frame } from "./_landing/frame";']],
    [
      ["app/posts/format.ts", 'import { getPost } from "@/lib/blog/get-post";'],
      ["app/posts/view.tsx", '"use client";\nimport { format } from "./format";'],
    ],
    [
      ["lib/blog/apply-event.ts", 'import { asUser } from "../db/as-user";'],
      [CLIENT, '"use client";\nimport { applyEvent } from "@/lib/blog/apply-event";'],
    ],
    [
      ["lib/seo/parts/score-links.ts", 'import { asUser } from "../../db/as-user";'],
      ["lib/seo/score-post.ts", 'import { scoreLinks } from "./parts/score-links";'],
      [CLIENT, '"use client";\nimport { scorePost } from "@/lib/seo/score-post";'],
    ],
    [
      ["lib/blog/slug.ts", 'import "server-only";'],
      ["lib/blog/schema.ts", 'export * from "./slug";'],
      [CLIENT, '"use client";\nimport { slug } from "@/lib/blog/schema";'],
    ],
  ],
  "a replay loads the order of a run alone": [
    [["lib/blog/run.ts", 'import { z } from "zod";\nasync function run() { "use workflow"; }']],
    [
      ["lib/blog/schema.ts", 'import { z } from "zod";'],
      ["lib/blog/list.ts", 'export { STEPS } from "./schema";'],
      [
        "lib/blog/run.ts",
        'import { STEPS } from "./list";\nconst run = async () => { "use workflow"; };',
      ],
    ],
  ],
  "one file reads the environment": [
    [["lib/blog/run.ts", "export const model = process.env.GEMINI_MODEL;"]],
    [["app/page.tsx", 'const key = process["env"].EXA_API_KEY;']],
    [["lib/x.ts", "const { env } = process;"]],
    [["lib/x.ts", "const { env: all } = globalThis.process;"]],
    [["lib/x.ts", 'import { env } from "node:process";']],
    [["proxy.ts", "const all = globalThis.process.env;"]],
  ],
  "server files say so": [
    [["lib/blog/hash.ts", 'import { createHash } from "node:crypto";']],
    [["lib/blog/list.ts", 'import { asUser } from "../db/as-user";']],
    [["lib/blog/list.ts", 'import { posts } from "@/drizzle/schema/posts";']],
    [["lib/keys/open.ts", 'import { Secret } from "../secret";']],
    [["lib/blog/call.ts", 'import { searchExa } from "../providers/exa";']],
  ],
  "an import can be read off the page": [
    [["lib/start/load.ts", "const loaded = await import(name);"]],
    [["lib/start/load.ts", "require(`./$" + "{name}`);"]],
  ],
  "no file needs itself by way of others": [
    [
      ["lib/blog/ask.ts", 'import { reply } from "./reply";'],
      ["lib/blog/reply.ts", 'import type { Question } from "@/lib/blog/ask";'],
    ],
    [
      ["lib/blog/one.ts", 'export * from "./two";'],
      ["lib/blog/two.ts", 'const three = await import("./three");'],
      ["lib/blog/three.ts", 'import "./one";'],
      ["lib/blog/beside.ts", 'import "./one";'],
    ],
  ],
  "Markdown and text are read in one place": [
    [["lib/export/html/read.ts", 'import MarkdownIt from "markdown-it";']],
    [["app/posts/view.tsx", 'import { fromMarkdown } from "mdast-util-from-markdown";']],
    [["lib/onboarding/guess.ts", 'import { detect } from "tinyld";']],
    [["lib/seo/read.ts", "const sentences = new Intl.Segmenter();"]],
    [["app/posts/row.tsx", 'const day = new Intl.DateTimeFormat("en", { dateStyle: "long" });']],
    [["app/posts/row.tsx", "const day = new Date(0).toLocaleDateString();"]],
    [["lib/seo/read.ts", "export function countWords(text: string) {}"]],
    [["app/posts/view.tsx", "const detectLanguage = (text: string) => null;"]],
  ],
  "a name says what is inside": [
    [["lib/blog/utils.ts", ""]],
    [["lib/index.ts", ""]],
    [["app/posts/helpers/format.ts", ""]],
    [["lib/types.d.ts", ""]],
    [["tests/world/constants.ts", ""]],
  ],
  "a folder is a room, not a hall": [
    Array.from({ length: 25 }, (_, index) => [`lib/blog/part-${index}.ts`, "export {};"]),
  ],
  "a file fits in one reading": [[["lib/blog/long.ts", "export {};\n".repeat(301)]]],
};

/** What looks like a breach and is none. */
const ALLOWED: Sample = [
  ["app/api/health/route.ts", 'import { connection } from "next/server";'],
  ["app/posts/page.tsx", 'import { getPost } from "@/lib/blog/get-post";'],
  [
    CLIENT,
    '"use client";\nimport type { Post } from "@/lib/blog/schema";\nimport "./row.module.css";',
  ],
  ["app/(product)/posts/[id]/view.tsx", '"use client";\nimport { Row } from "../_list/row";'],
  [
    "lib/auth/get-current-user.ts",
    'import "server-only";\nimport { auth } from "@clerk/nextjs/server";',
  ],
  ["lib/providers/exa.ts", 'import "server-only";\nimport Exa from "exa-js";'],
  ["lib/providers/exa.test.ts", 'import { startSandbox } from "@/sandbox/start-sandbox";'],
  ["lib/keys/save.ts", 'import type { CheckResult } from "../providers/provider";'],
  ["lib/env.ts", 'import "server-only";\nexport const all = process.env;'],
  ["commands/start.mjs", "console.log(process.env.PORT);"],
  ["lib/blog/text.ts", '// import postgres from "postgres"\nexport const text = "process.env";'],
  ["lib/blog/do.ts", 'import { z } from "zod";\nasync function work() { "use step"; }'],
  ["lib/blog/order.ts", 'import { work } from "./do";\nasync function run() { "use workflow"; }'],
  ["lib/blog/exact.ts", "export {};\n".repeat(300)],
];

test("the repository keeps every rule of its architecture", () => {
  const sources = readSources(readRepository());
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.filter(({ inBrowser }) => inBrowser).length).toBeGreaterThan(20);
  expect(findViolations(sources)).toEqual([]);
});

test.each(Object.entries(BROKEN))("%s: a breach is reported", (name, samples) => {
  for (const sample of samples) {
    const [[file = ""] = []] = sample;
    const found = findViolations(readSources(new Map(sample)));
    expect(found, JSON.stringify(sample)).toContainEqual(
      expect.stringMatching(new RegExp(`^${name}: ${escapeRegExp(file)} .+\\. Instead: .+`)),
    );
  }
});

test("what looks like a breach and is none is left alone", () => {
  expect(findViolations(readSources(new Map(ALLOWED)))).toEqual([]);
});

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^$()[\]{}|\\]/g, "\\$&");
}
