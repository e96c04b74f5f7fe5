import "server-only";
import Exa from "exa-js";
import { z } from "zod";
import { AppError } from "../errors";
import { LIMITS } from "../limits/registry";
import { timeLimit } from "../process/time-limit";
import type { Secret } from "../secret";
import { mapExaStatus } from "./map-exa-status";
import type { CallContext, CheckResult, Provider } from "./provider";
import {
  type ExaAbout,
  type ExaContents,
  type ExaResult,
  readContents,
  readSearch,
} from "./read-exa-answer";

/** One search: how many results, and the domains to keep to or to leave out. */
export type ExaSearch = CallContext & {
  secret: Secret;
  query: string;
  /** How Exa searches; each kind has a price of its own. */
  type: "auto" | "lite" | "deep";
  numResults: number;
  maxCharacters: number;
  includeDomains?: string[];
  excludeDomains?: string[];
  /** Only pages with a date at or after this one: ISO 8601. */
  publishedAfter?: string;
  /** Only pages of this kind; for companies, Exa takes no domains to leave out. */
  category?: "company" | "news" | "research paper" | "financial report" | "personal site";
};

/** Pages to read: how many pages below each and of what kind, and how many of its links to list. */
export type ExaReading = CallContext & {
  secret: Secret;
  urls: string[];
  maxCharacters: number;
  subpages: number;
  /** Words that the pages below are picked by. */
  subpageTarget?: readonly string[];
  links: number;
};

/**
 * `exa-js` takes no signal, follows redirects with the key and drops the error's tag; its one
 * `request` method is replaced, and everything else of the SDK still serves.
 */
class GuardedExa extends Exa {
  readonly #context: CallContext;
  readonly #key: string;

  constructor(secret: Secret, context: CallContext) {
    const key = secret.open();
    if (!key) throw new AppError("key_missing", { provider: "exa" });
    super(key, context.baseUrl);
    this.#context = context;
    this.#key = key;
  }

  override async request<T>(endpoint: string, method: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.#context.baseUrl}${endpoint}`, {
      method,
      headers: { "x-api-key": this.#key, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: AbortSignal.any([this.#context.signal, timeLimit(LIMITS.searchSeconds * 1_000)]),
    });
    if (!response.ok) throw await mapExaStatus(response);
    return response.json();
  }
}

/**
 * Searches the web with Exa; text and highlights come in the same call. A `lite` search answers from
 * what Exa has stored and refuses what it does not know: it is sent nothing that can be left out.
 *
 * @returns the pages found, what the search cost in US dollars, if Exa said so, and what Exa remarks.
 * @throws AppError with the code of what happened.
 */
export async function searchExa(search: ExaSearch): Promise<{ results: ExaResult[] } & ExaAbout> {
  const { query, type, numResults, maxCharacters, includeDomains, excludeDomains } = search;
  const { category, publishedAfter } = search;
  const text = { maxCharacters };
  const options = {
    type,
    numResults,
    contents: type === "lite" ? { text } : { text, highlights: true },
    ...(includeDomains?.length ? { includeDomains } : {}),
    ...(excludeDomains?.length ? { excludeDomains } : {}),
    ...(publishedAfter && type !== "lite" ? { startPublishedDate: publishedAfter } : {}),
    ...(category && type !== "lite" ? { category } : {}),
  };
  return send(search, readSearch, (client) =>
    client.request("/search", "POST", { query, ...options }),
  );
}

/**
 * Reads pages with Exa, and pages below them: our own server opens none of them.
 *
 * @throws AppError with the code of what happened. An address that cannot be read is no error.
 */
export async function readExaContents(reading: ExaReading): Promise<ExaContents> {
  const { urls, maxCharacters, subpages, subpageTarget = [], links } = reading;
  const below = {
    subpages,
    ...(subpageTarget.length > 0 ? { subpageTarget: [...subpageTarget] } : {}),
  };
  const options = {
    text: { maxCharacters },
    ...(subpages > 0 ? below : {}),
    ...(links > 0 ? { extras: { links } } : {}),
  };
  return send(reading, readContents, (client) => client.getContents(urls, options));
}

/** Asks whether a key is good with the smallest search: Exa has no free probe. */
export async function checkExaKey(secret: Secret, context: CallContext): Promise<CheckResult> {
  const smallest = { query: "hello", type: "auto", numResults: 1 };
  try {
    const { costUsd, responseId } = await send({ ...context, secret }, readSearch, (client) =>
      client.request("/search", "POST", smallest),
    );
    return { status: "valid", costUsd, responseId };
  } catch (error) {
    if (!(error instanceof AppError)) return { status: "unknown", code: "provider_unreachable" };
    const status = STATUS_OF_CODE[error.code] ?? "unknown";
    return { status, code: error.code, responseId: error.context.responseId };
  }
}

/** An account without credits has a good key; anything that can pass is unknown. */
const STATUS_OF_CODE: Partial<Record<string, CheckResult["status"]>> = {
  key_rejected: "invalid",
  no_credits: "valid",
};

/** Makes a client for one call; what that throws may name the key, and is replaced as well. */
async function send<T>(
  { secret, ...context }: CallContext & { secret: Secret },
  read: (answer: unknown) => T,
  call: (client: Exa) => Promise<unknown>,
): Promise<T> {
  const { signal } = context;
  signal.throwIfAborted();
  try {
    return read(await call(new GuardedExa(secret, context)));
  } catch (error) {
    if (signal.aborted || error instanceof AppError) throw error;
    const unreadable = error instanceof z.ZodError || error instanceof SyntaxError;
    throw new AppError(unreadable ? "reply_malformed" : "provider_unreachable", {
      provider: "exa",
    });
  }
}

/** Exa, the search engine, reached through `exa-js` in this file alone. */
export const exa = {
  card: {
    id: "exa",
    name: "Exa",
    required: true,
    purpose: "Searches the web for the sources that your posts cite.",
    keyUrl: "https://dashboard.exa.ai/api-keys",
    consoles: [{ url: "https://dashboard.exa.ai/usage", label: "Exa calls in its dashboard" }],
    steps: [
      "Open the Exa dashboard and sign in.",
      "Open “API keys” and create one.",
      "Copy the key and paste it here.",
    ],
    benefits: [
      "Every claim can be traced to a page that was really read",
      "You pay Exa directly, at Exa's price",
      "You set the budget of the key in Exa's dashboard",
    ],
    cost: "About $0.03 a post ($7 per 1,000 searches); Exa gives new accounts free credits.",
    dataUse: "Exa receives your search queries and the domains you limit them to, not your posts.",
    checkNote:
      "Exa has no free check: saving makes the smallest search, for about $0.007 on your account.",
    setupMinutes: 2,
    placeholder: "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
  },
  envNames: ["EXA_API_KEY"],
  baseUrl: { variable: "EXA_BASE_URL", standard: "https://api.exa.ai" },
  checkCostUsd: 0.007,
  check: checkExaKey,
} as const satisfies Provider;
