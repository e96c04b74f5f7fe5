import "server-only";
import { askGemini } from "../../calls/call-gemini";
import { PASSAGES_ARE_DATA, quotePassages } from "../../calls/quote-into-prompt";
import { AppError, type ErrorCode } from "../../errors";
import { LIMITS } from "../../limits/registry";
import { log } from "../../logs/log";
import type { ReplySchema } from "../../providers/reply-schema";
import { mendSeo } from "../../seo/mend-seo";
import { readPostText } from "../../seo/read-post-text";
import type { Seo } from "../../seo/schema";
import { SEO_LIMITS, type SeoProposal, seoProposal } from "../../seo/schema";
import { cutText } from "../../text/cut-text";
import { describeRequest } from "../describe-request";
import { listSlugs } from "../posts/list-slugs";
import type { Run } from "../run";
import type { PostDocument } from "../schema";

/** Enough of a post to say what it is about; the rest would only be paid for. */
const READ_CHARACTERS = 12_000;

const { title, titles, description, tags } = SEO_LIMITS;
const SYSTEM = [
  "You propose what search engines are told of a blog post. Reply with JSON of the given schema.",
  `The keyword is what a reader would type: one to four words that the text itself uses. Each title names it, says what the post gives, and has at most ${title} characters. The description has ${description.min} to ${description.max} characters. The slug is short. Promise nothing that the post does not hold, and write in its language.`,
  PASSAGES_ARE_DATA,
].join(" ");

const text = { type: "string" } as const;
const replySchema: ReplySchema = {
  type: "object",
  properties: {
    keyword: text,
    title: text,
    titles: { type: "array", items: text, minItems: titles, maxItems: titles },
    description: text,
    slug: text,
    tags: { type: "array", items: text, minItems: tags.min, maxItems: tags.max },
  },
  required: ["keyword", "title", "titles", "description", "slug", "tags"],
};

/**
 * A finished post does not fail over its listing, which code can write too: at a provider that is away,
 * at a reply that is none, and at the cap. A key or a quota is for its user to mend.
 */
const WITHOUT_MODEL: ReadonlySet<ErrorCode> = new Set([
  "content_blocked",
  "provider_overloaded",
  "provider_refused",
  "provider_unreachable",
  "reply_cut_off",
  "reply_malformed",
  "reply_too_long",
] satisfies ErrorCode[]);

/**
 * SEO: one structured call proposes, code mends. Emits `seo`.
 *
 * @throws AppError of a key or a quota; whatever else the call meets, code alone makes the listing.
 */
export async function proposeSeo(run: Run, document: PostDocument): Promise<Seo> {
  const [proposal, taken] = await Promise.all([
    askForProposal(run, document),
    listSlugs(run.user, run.postId),
  ]);
  const seo = mendSeo(proposal, document, { taken, keywords: run.request.keywords ?? [] });
  run.emit("seo", seo);
  return seo;
}

async function askForProposal(run: Run, document: PostDocument): Promise<SeoProposal | undefined> {
  const call = { operation: "seo", system: SYSTEM, prompt: describePost(run, document) };
  try {
    return await askGemini(
      run,
      { ...call, maxOutputTokens: LIMITS.outputTokens.seo, json: replySchema },
      seoProposal,
    );
  } catch (error) {
    if (!(error instanceof AppError) || !WITHOUT_MODEL.has(error.code)) throw error;
    log.warn({ postId: run.postId, code: error.code }, "A listing was made without the model");
    return undefined;
  }
}

function describePost({ request }: Run, { title, sections }: PostDocument): string {
  const headings = sections.map(({ heading }) => heading).join("\n");
  const words = cutText(readPostText(sections).text, READ_CHARACTERS);
  const passages = [
    { id: "title", text: title },
    { id: "headings", text: headings },
    { id: "text", text: words },
  ];
  return [
    "Propose the search listing of this blog post.",
    ...describeRequest(request),
    ...quotePassages(passages),
  ].join("\n");
}
