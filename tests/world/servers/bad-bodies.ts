/** A body that must be refused, made on demand, and the status it must be refused with. */
export type BadBody = { status: 400 | 413 | 422; body: () => string };

const KEY = `ok-${"k".repeat(30)}`;
const TWO_MEGABYTES = 2 * 1024 * 1024;
const DEEP = 60_000;
const TOPIC = "Caching in Next.js";

const raw = (status: BadBody["status"], text: string): BadBody => ({ status, body: () => text });
const invalid = (value: unknown): BadBody => ({ status: 422, body: () => JSON.stringify(value) });

/** Bodies that are wrong for every route that takes one. */
export const malformedBodies: Record<string, BadBody> = {
  "nothing at all": raw(400, ""),
  "white space": raw(400, " \n"),
  "half an object": raw(400, '{"topic": "Cach'),
  "a form": raw(400, "topic=Caching&gemini=ok"),
  XML: raw(400, "<topic>Caching</topic>"),
  "bytes that are no text": raw(400, "\u0000\u0001\ufffd"),
  "two documents": raw(400, '{"topic":"Caching"}{"topic":"Caching"}'),
  null: invalid(null),
  "a number": invalid(42),
  "a string": invalid(TOPIC),
  "a list": invalid([{ topic: TOPIC, gemini: KEY }]),
  "an empty object": invalid({}),
  "deeply nested lists": raw(422, "[".repeat(DEEP) + "]".repeat(DEEP)),
  "deeply nested objects": raw(422, `${'{"a":'.repeat(DEEP / 2)}1${"}".repeat(DEEP / 2)}`),
  "a nested field": raw(
    422,
    `{"topic":${"[".repeat(DEEP)}${"]".repeat(DEEP)},"gemini":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`,
  ),
  "two megabytes of a field": {
    status: 413,
    body: () => JSON.stringify({ topic: "x".repeat(TWO_MEGABYTES), gemini: KEY }),
  },
  "two megabytes of white space": { status: 413, body: () => " ".repeat(TWO_MEGABYTES) },
};

/** Bodies that are wrong for saving and for checking keys. */
export const badKeyBodies: Record<string, BadBody> = {
  "an unknown provider": invalid({ openai: KEY }),
  "an unknown provider beside a good one": invalid({ gemini: KEY, openai: KEY }),
  "a userId beside a good key": invalid({ gemini: KEY, userId: "user_somebody_else" }),
  "a user_id beside a good key": invalid({ gemini: KEY, user_id: "user_somebody_else" }),
  "a prototype": raw(422, `{"gemini":"${KEY}","__proto__":{"exa":"${KEY}"}}`),
  "a constructor": invalid({ gemini: KEY, constructor: { name: "x" } }),
  "only empty fields": invalid({ gemini: "", exa: "" }),
  "a number as a key": invalid({ gemini: 42 }),
  "null as a key": invalid({ gemini: null }),
  "a list as a key": invalid({ gemini: [KEY] }),
  "an object as a key": invalid({ gemini: { toString: KEY } }),
  "a newline in a key": invalid({ gemini: `${KEY}\nEXA_API_KEY=${KEY}` }),
  "a newline after a key": invalid({ gemini: `${KEY}\n` }),
  "a carriage return in a key": invalid({ exa: `${KEY}\r\nX-Injected: 1` }),
  "a NUL in a key": invalid({ gemini: `${KEY}\u0000` }),
  "a space in a key": invalid({ gemini: `${KEY} ${KEY}` }),
  "half a surrogate pair in a key": invalid({ gemini: `${KEY}\ud800` }),
  "a dollar in a key": invalid({ gemini: `${KEY}$HOME` }),
  "a quote in a key": invalid({ gemini: `${KEY}"` }),
  "a key in another script": invalid({ gemini: "ключ-от-всех-дверей" }),
  "a submitted mask": invalid({ gemini: "••••••••••••wxyz" }),
  "a submitted mask beside a good key": invalid({ gemini: "••••••••••••wxyz", exa: KEY }),
  "a key of 513 characters": invalid({ gemini: "k".repeat(513) }),
  "a CopilotKit key of another form and a mask": invalid({ copilotkit: "•", gemini: KEY }),
};

const topic = (more: object) => invalid({ topic: TOPIC, ...more });

/** Bodies that are wrong for generating a post. */
export const badGenerateBodies: Record<string, BadBody> = {
  "no topic": invalid({ wordCount: 600 }),
  "a topic of white space": invalid({ topic: "      " }),
  "a topic of NULs": invalid({ topic: "\u0000\u0000\u0000\u0000" }),
  "a topic of two characters": invalid({ topic: "ab" }),
  "a topic of 301 characters": invalid({ topic: "x".repeat(301) }),
  "a number as the topic": invalid({ topic: 42 }),
  "a userId in the body": topic({ userId: "user_somebody_else" }),
  "a user_id in the body": topic({ user_id: "user_somebody_else" }),
  "a key in the body": topic({ gemini: KEY }),
  "a prototype": raw(422, `{"topic":"${TOPIC}","__proto__":{"capUsd":1}}`),
  "a constructor": topic({ constructor: { prototype: {} } }),
  "words that are text": topic({ wordCount: "600" }),
  "too few words": topic({ wordCount: 299 }),
  "too many words": topic({ wordCount: 5_001 }),
  "half a word": topic({ wordCount: 600.5 }),
  "endless words": raw(422, `{"topic":"${TOPIC}","wordCount":1e999}`),
  "a research of no kind": topic({ research: "deep" }),
  "keywords that are text": topic({ keywords: "a, b" }),
  "too many keywords": topic({ keywords: Array.from({ length: 21 }, () => "word") }),
  "an empty keyword": topic({ keywords: [""] }),
  "a domain with a scheme": topic({ includeDomains: ["https://nextjs.org"] }),
  "a domain with a NUL": topic({ excludeDomains: ["nextjs.org\u0000"] }),
  "pages of no kind": topic({ category: "gossip" }),
  "an age of no kind": topic({ publishedWithin: "a week" }),
  "a source that is a script": topic({ sources: [{ url: "javascript:alert(1)" }] }),
  "a source that is a file": topic({ sources: [{ url: "file:///etc/passwd" }] }),
  "a source that is nothing": topic({ sources: [{}] }),
  "a source of too much text": topic({ sources: [{ text: "x".repeat(20_001) }] }),
  "an empty outline": topic({ outline: [] }),
  "an outline of too many headings": topic({ outline: Array.from({ length: 13 }, () => "x") }),
  "an outline with a section of too few words": topic({ outline: [{ heading: "x", words: 10 }] }),
  "a model that is a path": topic({ model: "../../v1/models/x" }),
  "a cap below zero": topic({ capUsd: -1 }),
  "a cap of nothing": topic({ capUsd: 0 }),
  "an approval that is text": topic({ approveOutline: "yes" }),
};
