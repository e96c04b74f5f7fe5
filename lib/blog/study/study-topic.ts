import "server-only";
import { z } from "zod";
import type { UserId } from "../../auth/user-id";
import { askByField } from "../../calls/ask-by-field";
import { callExa } from "../../calls/call-exa";
import { openCaller } from "../../calls/open-caller";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { AppError } from "../../errors";
import type { EmitWork } from "../../http/schema";
import { LIMITS } from "../../limits/registry";
import type { ReplySchema } from "../../providers/reply-schema";
import { cutText } from "../../text/cut-text";
import { plainText } from "../../text/plain-text";
import { AUTHOR_LINES_ARE_STYLE, describeAuthor } from "../author/describe-author";
import { chooseAuthor, loadAuthor } from "../author/load-author";
import { describeRequest } from "../describe-request";
import { generateBody } from "../schema";
import { type FoundSource, readFoundPages } from "../sources/read-found-pages";
import { STUDY_LIMITS, type StudyBody, type StudyList } from "./schema";

const PAGES = 8;
const PAGE_CHARACTERS = 1_200;
const SYSTEM = [
  "You help an author find what a blog post could say that is not said already. Reply with JSON of the given schema.",
  "covered: what these pages say already, the most common first, each one short line of what they have in common.",
  "angles: from what side the topic can be taken, each one sentence that names what the passages leave open; prefer what the author says competitors leave out.",
  "keywords: what readers would type to find the post, one to four words each, the main one first. questions: what these readers ask, each short enough for a heading.",
  PASSAGES_ARE_DATA,
  AUTHOR_LINES_ARE_STYLE,
].join(" ");

const list = (minItems: number, maxItems: number) =>
  ({ type: "array", items: { type: "string" }, minItems, maxItems }) as const;
const REPLY: ReplySchema = {
  type: "object",
  properties: {
    covered: list(3, 6),
    angles: list(3, 5),
    keywords: list(4, 10),
    questions: list(3, 6),
  },
  required: ["covered", "angles", "keywords", "questions"],
};
/** Words alone, each once and not too long, without what `never` matches. */
const lines = (max: number, never = /^\s+/) =>
  z.array(z.string()).transform((all) => {
    const clean = all.map((one) => cutText(plainText(one).replace(never, ""), max).trim());
    return [...new Set(clean.filter((one) => one !== ""))].slice(0, 12);
  });
const reply = z.object({
  covered: lines(STUDY_LIMITS.covered),
  angles: lines(STUDY_LIMITS.angles),
  // The form has them in one line, with commas between.
  keywords: lines(STUDY_LIMITS.keywords, /[,;]/g),
  questions: lines(STUDY_LIMITS.questions),
}) satisfies z.ZodType<Record<StudyList, string[]>>;

type Report = { emit: EmitWork; signal: AbortSignal };

/**
 * Looks at a topic before a post is begun: one search for what is there already, and one call of the
 * model for what these pages have in common, and for angles, keywords and questions that go beyond it.
 * Each is told as it comes; none is kept.
 *
 * @throws AppError `no_sources` where nothing is written about it; the codes of both providers.
 */
export async function studyTopic(user: UserId, body: StudyBody, { emit, signal }: Report) {
  const caller = await openCaller(user, emit, signal);
  const request = generateBody.parse(body);
  const author = chooseAuthor(await loadAuthor(user), request);
  emit("progress", { done: 0, total: 2, label: "Searching for what is written already" });
  const { avoidDomains: excludeDomains } = author;
  const results = await callExa(caller, {
    query: body.topic,
    type: "auto",
    numResults: PAGES,
    maxCharacters: PAGE_CHARACTERS,
    excludeDomains,
  });
  const pages = readFoundPages(results, excludeDomains);
  if (pages.length === 0) throw new AppError("no_sources");
  const value = pages.map(({ url, title, publishedAt }) => ({ url, title, publishedAt }));
  emit("field", { name: "pages", value });
  emit("progress", { done: 1, total: 2, label: "Looking for what they leave open" });
  const prompt = [
    "Task: study",
    ...describeRequest(request),
    ...describeAuthor(author),
    "Passages:",
    ...quotePassages(pages.map(toPassage)),
  ].join("\n");
  const maxOutputTokens = LIMITS.outputTokens.study;
  const call = { operation: "study", system: SYSTEM, prompt, maxOutputTokens };
  await askByField(
    caller,
    { ...call, json: REPLY },
    {
      schema: reply,
      onField: ({ name, value: written }) => {
        const known = isList(name) ? reply.shape[name].safeParse(written).data : undefined;
        if (known) emit("field", { name, value: known });
      },
    },
  );
  return null;
}

function toPassage({ title, text }: FoundSource, index: number) {
  return { id: `S${index + 1}.p1`, text: `${title}\n${cutText(text, PAGE_CHARACTERS)}` };
}

function isList(name: string): name is StudyList {
  return Object.hasOwn(STUDY_LIMITS, name);
}
