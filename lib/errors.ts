/**
 * The one table of errors: code → HTTP status → what the user reads → where to fix it.
 * Browser-safe: pages use it to explain an event, routes to answer with a problem document.
 */
import { ASSISTANT_ERRORS } from "./errors/assistant-errors";
import type { ErrorRow } from "./errors/error-row";
import { KEPT_KEY_ERRORS } from "./errors/kept-key-errors";
import { PROVIDER_ERRORS } from "./errors/provider-errors";
import { ROOM_ERRORS } from "./errors/room-errors";
import { LIMITS } from "./limits/registry";

const SITES_PAGE = "/onboarding/integrations";

export const ERRORS = {
  not_json: {
    status: 400,
    title: "The request is not JSON",
    detail: "Send a JSON object with Content-Type: application/json.",
  },
  unauthenticated: {
    status: 401,
    title: "You are not signed in",
    detail: "Sign in, or send a session token as a Bearer token.",
    fixUrl: "/sign-in",
  },
  cap_reached: {
    status: 402,
    title: "The spending cap is reached",
    detail:
      "The next call could cost more than the cap allows. Raise the cap or start a shorter post.",
    fixUrl: "/usage",
  },
  price_missing: {
    status: 409,
    title: "This model has no price",
    detail:
      "A cap could not be kept. Give the model a price of your own, choose another, or remove the cap.",
    fixUrl: "/settings#models",
  },
  origin_refused: {
    status: 403,
    title: "The request came from another site",
    detail: "Changes are accepted only from this site's own pages, or with a Bearer token.",
  },
  host_refused: {
    status: 403,
    title: "This host name is not served",
    detail: "In development the server answers localhost only.",
  },
  not_found: {
    status: 404,
    title: "Not found",
    detail: "There is nothing here that belongs to you.",
  },
  method_not_allowed: { status: 405, title: "Method not allowed", detail: "Use another method." },
  conflict: {
    status: 409,
    title: "The request contradicts an earlier one",
    detail: "This Idempotency-Key was used with another body in the last 24 hours. Use a new one.",
  },
  not_waiting: {
    status: 409,
    title: "This post does not wait for an outline",
    detail: "Its outline was approved already, or it was stopped. Reload the page.",
  },
  not_resumable: {
    status: 409,
    title: "This post cannot be gone on with",
    detail: "It is being written, or it is finished. Reload the page.",
  },
  edit_conflict: {
    status: 409,
    title: "This post was changed elsewhere",
    detail: "Somebody saved a newer version, perhaps you in another tab. Nothing was overwritten.",
  },
  still_writing: {
    status: 409,
    title: "This post is still being written",
    detail: "Wait until it is finished, or stop it, before you change it.",
  },
  too_slow: {
    status: 408,
    title: "The request arrived too slowly",
    detail: `A request must have arrived within ${LIMITS.bodySeconds} seconds. Send it again.`,
  },
  took_too_long: {
    status: 504,
    title: "It took too long",
    detail: `It was not done after ${LIMITS.requestSeconds} seconds and was ended. What it had cost until then is in your usage. Try again.`,
  },
  too_large: {
    status: 413,
    title: "The request is too large",
    detail: `A request may hold ${LIMITS.bodyBytes / 1024} KB.`,
  },
  invalid: { status: 422, title: "Some fields are not valid", detail: "Correct the named fields." },
  rate_limited: {
    status: 429,
    title: "Too many requests",
    detail: "Wait until the time in Retry-After has passed.",
  },
  internal: {
    status: 500,
    title: "The server failed",
    detail: "Nothing was lost. Try again, and quote the request id if it happens again.",
  },
  vault_unavailable: {
    status: 503,
    title: "The key vault cannot be reached",
    detail: "The database is away. Nothing was sent to a provider. Try again in a minute.",
  },
  config_invalid: {
    status: 503,
    title: "This server is not configured",
    detail: "Its maintainer must correct the configuration; the server's log names each variable.",
  },
  ...KEPT_KEY_ERRORS,
  ...PROVIDER_ERRORS,
  ...ASSISTANT_ERRORS,
  ...ROOM_ERRORS,
  address_refused: {
    status: 422,
    title: "This address is not connected to",
    detail: "Enter the public https address of your site.",
  },
  site_unreachable: {
    status: 502,
    title: "The site could not be reached",
    detail: "It did not answer in time. Check the address, and try again.",
  },
  sitemap_missing: {
    status: 422,
    title: "The site has no sitemap that can be read",
    detail:
      "Neither its robots.txt nor the usual addresses lead to one. Most systems make one when it is switched on.",
  },
  site_not_recognised: {
    status: 422,
    title: "There is no such publishing system at this address",
    detail: "Check the address, and that the site's REST interface is not switched off.",
  },
  login_undecryptable: {
    status: 409,
    title: "The saved login of this site cannot be read",
    detail: "It was changed or moved since you saved it. Disconnect the site and connect it again.",
    fixUrl: SITES_PAGE,
  },
  site_login_refused: {
    status: 422,
    title: "The site refused this login",
    detail: "Check the user, and make a new password or key on the site.",
  },
  no_competitors: {
    status: 422,
    title: "No competitor was found",
    detail: "Describe in other words what you write about, or add competitors by hand.",
  },
  site_unreadable: {
    status: 422,
    title: "No page of this site could be read",
    detail:
      "Exa found no text at this address. Check it, or paste a text or describe your business instead.",
  },
  source_unreadable: {
    status: 422,
    title: "A page that you named could not be read",
    detail: "Check its address, or paste its text as a note. Nothing was searched or written.",
  },
  no_site: {
    status: 409,
    title: "No site is connected",
    detail: "Connect the site that this post should go to.",
    fixUrl: SITES_PAGE,
  },
  publish_not_ready: {
    status: 422,
    title: "This post is not ready to be published",
    detail: "Mend what is named, or say that it may go out as it is.",
  },
  publish_running: {
    status: 409,
    title: "This post is on its way to the site already",
    detail: "Wait until that is done, then look at the history of the post.",
  },
  publish_unknown: {
    status: 502,
    title: "The site did not say whether it took the post",
    detail:
      "Try again: the site is asked for the post first, so that it does not appear there twice.",
  },
  site_moved: {
    status: 409,
    title: "The site has moved",
    detail: "It sends what is published to another address. Connect it at that address.",
    fixUrl: SITES_PAGE,
  },
  site_login_expired: {
    status: 409,
    title: "The site no longer accepts the saved login",
    detail: "Make a new password or key on the site, and connect the site again with it.",
    fixUrl: SITES_PAGE,
  },
  site_refused_post: {
    status: 422,
    title: "The site refused this post",
    detail: "Nothing was changed there.",
  },
  remote_post_changed: {
    status: 409,
    title: "The post was changed on the site",
    detail: "Look at what was changed there, and say whether this version replaces it.",
  },
  remote_post_missing: {
    status: 409,
    title: "The post is no longer on the site",
    detail: "It was deleted there. It can be published there once more, as a new post.",
  },
  nothing_written: {
    status: 409,
    title: "Nothing of this post is written yet",
    detail: "Wait until the first section has words, or generate the post again.",
  },
  no_neighbours: {
    status: 409,
    title: "This post has one section",
    detail: "Add a section above or below: then there is something to lead to.",
  },
  no_passages: {
    status: 409,
    title: "This post keeps no passages of its sources",
    detail:
      "Let “Find more sources” find some in one of its sections, and accept what it proposes.",
  },
  sign_in_remains: {
    status: 502,
    title: "Your sign-in could not be deleted yet",
    detail:
      "Everything of yours here is gone. Clerk, which keeps the sign-in, did not answer: try again.",
  },
  interrupted: {
    status: 503,
    title: "The server was stopped while writing",
    detail:
      "It was begun again many times and always cut short. What had arrived is kept; go on with it.",
  },
} as const satisfies Record<string, ErrorRow>;

/** Every code that a response, an event or a page may carry. */
export type ErrorCode = keyof typeof ERRORS;

/** One field of a request that is not valid: a dotted path and a sentence. */
export type FieldProblem = { field: string; message: string };

/** What an error may carry beside its code; none of it may hold a key. */
export type ErrorContext = {
  provider?: string;
  detail?: string;
  /** The provider's own id of the request that it refused. */
  responseId?: string;
  fields?: FieldProblem[];
  /** Seconds until another try makes sense. */
  retryAfter?: number;
  /** The cap that is in the way: what is left of it in US dollars, and when it starts again (ISO 8601). */
  cap?: { scope: "month" | "post"; leftUsd: number; resetsAt: string | null };
};

/** An expected failure with a row in `ERRORS`. Its message is safe to show. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly context: ErrorContext;
  constructor(code: ErrorCode, context: ErrorContext = {}, options?: ErrorOptions) {
    super(context.detail ?? ERRORS[code].detail, options);
    this.name = "AppError";
    this.code = code;
    this.context = context;
  }
}

/** The row of a code, with its optional link. */
export function errorRow(code: ErrorCode): ErrorRow {
  return ERRORS[code];
}

/** True when a string is a known code (events and stored rows carry plain strings). */
export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(ERRORS, value);
}
