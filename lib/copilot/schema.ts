import { z } from "zod";
import type { Citation } from "../blog/schema";
import { LIMITS } from "../limits/registry";
import { STEPS } from "../onboarding/schema";
import { storableText } from "../text/storable-text";

const text = (max: number) => z.string().overwrite(storableText).trim().max(max);
/** A thread, a run or a message: the browser chooses it. */
const givenId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, "Use letters, digits, _ and -.");

/** The name of the context in which the browser tells the page; its value is JSON. */
export const PAGE_CONTEXT = "page";

/** Where the user is: ids alone. Everything else is read by the server, as far as it is theirs. */
export const pageSchema = z.object({
  place: z.enum(["wizard", "posts", "new-post", "post", "usage", "settings", "other"]),
  step: z.enum(STEPS.map(({ id }) => id)).optional(),
  postId: z.uuid().optional(),
  sectionId: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
});
export type Page = z.infer<typeof pageSchema>;

const message = z.looseObject({ id: z.string().optional(), role: z.string() });
const userMessage = z.looseObject({
  id: givenId,
  role: z.literal("user"),
  content: text(LIMITS.assistantMessageCharacters).min(1, "Write a message."),
});

const { values, characters } = LIMITS.assistantContext;
/**
 * Body of `POST /api/copilotkit/agent/default/run`, AG-UI's `RunAgentInput`. Of the history that it
 * carries the last message is read, and only where that is the user's: the stored thread is the history.
 */
export const runBody = z
  .looseObject({
    threadId: givenId,
    runId: givenId.optional(),
    messages: z.array(message).max(LIMITS.assistantHistory).default([]),
    context: z
      .array(z.looseObject({ description: z.string(), value: z.string().max(characters) }))
      .max(values)
      .default([]),
  })
  .transform(({ threadId, runId, messages, context }, { addIssue }) => {
    const last = messages.at(-1);
    const said = last?.role === "user" ? userMessage.safeParse(last) : undefined;
    for (const issue of said?.error?.issues ?? [])
      addIssue({ code: "custom", path: ["messages", ...issue.path], message: issue.message });
    const { id, content } = said?.data ?? {};
    return {
      threadId,
      runId,
      said: id && content ? { id, content } : undefined,
      page: readPage(context.find(({ description }) => description === PAGE_CONTEXT)?.value),
    };
  });
export type RunBody = z.infer<typeof runBody>;

/** Body of `POST …/stop/{threadId}`, which may be empty: the answer that is meant, as its client calls it. */
export const stopBody = z.looseObject({ runId: givenId.optional() });

function readPage(value: string | undefined): Page {
  try {
    return pageSchema.parse(JSON.parse(value ?? ""));
  } catch {
    return { place: "other" };
  }
}

/** Body of `POST /api/assistant/actions/{id}`: nothing of what was asked for can be changed. */
export const actionDecision = z.strictObject({ decision: z.enum(["confirm", "refuse"]) });
export type ActionDecision = z.infer<typeof actionDecision>["decision"];
/** Body of `POST /api/assistant/suggestions/{id}`. */
export const suggestionDecision = z.strictObject({
  decision: z.enum(["accept", "refuse", "undo"]),
});
export type SuggestionDecision = z.infer<typeof suggestionDecision>["decision"];

export const citation: z.ZodType<Citation> = z.object({
  sectionId: z.string(),
  passageId: z.string(),
  sourceId: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  quote: z.string(),
});
/** One text that a suggestion changes, for a diff; `doubts` says what its passages do not hold. */
export const shownChange = z.object({
  label: z.string(),
  before: z.string(),
  after: z.string(),
  sectionId: z.string().optional(),
  citations: z.array(citation).default([]),
  doubts: z.array(z.string()).default([]),
});
export type ShownChange = z.infer<typeof shownChange>;

export const SUGGESTION_STATUSES = ["waiting", "accepted", "refused", "undone"] as const;
/** A change of words that waits for its user. Times are ISO 8601 in UTC. */
export const suggestion = z.object({
  id: z.string(),
  threadId: z.string(),
  toolCallId: z.string(),
  kind: z.enum(["post", "draft"]),
  postId: z.string().nullable(),
  /** The version of the post that it was made for. */
  basedOn: z.number().nullable(),
  title: z.string(),
  reason: z.string(),
  shown: z.array(shownChange),
  status: z.enum(SUGGESTION_STATUSES),
  /** The post has another version by now: it can be refused only. */
  stale: z.boolean(),
  createdAt: z.string(),
});
export type Suggestion = z.infer<typeof suggestion>;

export const ACTION_STATUSES = ["waiting", "running", "done", "refused", "failed"] as const;
/** What a tool's line says, to its user and to the model, while only a click does it. */
export const WAITS_FOR_CLICK = "waits for a click";
/** Actions whose price is what such a post usually costs: no limit of it. */
export const ESTIMATED_ACTIONS: readonly string[] = [
  "start_post",
  "approve_outline",
  "change_outline",
];

/**
 * Something that its user's click does: `priceUsd` is the most that a call of it may cost, null where no
 * price is known.
 */
export const pendingAction = z.object({
  id: z.string(),
  threadId: z.string(),
  toolCallId: z.string(),
  name: z.string(),
  title: z.string(),
  priceUsd: z.number().nullable(),
  /** What it has cost, in US dollars. */
  costUsd: z.number(),
  status: z.enum(ACTION_STATUSES),
  link: z.object({ href: z.string(), label: z.string() }).nullable(),
  /** What came of it, as the model hears it: ids, numbers, headings. */
  told: z.record(z.string(), z.unknown()),
  /** A code of the table of errors. */
  problem: z.string().nullable(),
  createdAt: z.string(),
});
export type PendingAction = z.infer<typeof pendingAction>;

/** What a conversation holds beside its messages, as `GET /api/assistant/threads/{id}` gives it. */
export const threadState = z.object({
  id: z.string(),
  title: z.string(),
  costUsd: z.number(),
  /** What the marks of an answer rest on, by the id of its message. */
  citations: z.record(z.string(), z.array(citation)),
  /** What ended a message before its own end: `stopped`, or a code of the table of errors. */
  problems: z.record(z.string(), z.string()),
  /** What each message has cost, in US dollars, by its id. */
  costs: z.record(z.string(), z.number()),
  suggestions: z.array(suggestion),
  actions: z.array(pendingAction),
});
export type ThreadState = z.infer<typeof threadState>;

/** Answer of `GET /api/assistant`: whether the assistant can help, and where the user left off. */
export const assistantState = z.object({
  /** The conversation that was spoken in last; null where there is none. */
  threadId: z.string().nullable(),
  /** Why it cannot help: a code of the table of errors. */
  problem: z.string().nullable(),
  /** The most that one call of a usual message costs with the user's model, in US dollars; null where none is known. */
  messageUsd: z.number().nullable(),
  threads: z.array(z.object({ id: z.string(), title: z.string(), updatedAt: z.string() })),
});
export type AssistantState = z.infer<typeof assistantState>;
