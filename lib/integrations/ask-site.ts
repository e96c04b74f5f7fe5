import "server-only";
import type { z } from "zod";
import { AppError } from "../errors";
import type { SiteAnswer } from "../http/guard/send-pinned";
import {
  type GuardedWrite,
  type GuardOptions,
  guardedFetch,
  guardedSend,
} from "../http/guarded-fetch";
import { cutText } from "../text/cut-text";
import { readJson } from "./read-json";

/** What answer is expected, how a refusal's words are read, and what "404" means. */
type Asking<T> = {
  schema: z.ZodType<T>;
  readMessage: (body: unknown) => string | undefined;
  missing: "remote_post_missing" | "site_not_recognised";
  /** Refusals that say as much as an answer. */
  accepts?: (body: unknown) => boolean;
};
/** The longest part of a site's own words that is shown, in characters. */
const MOST_WORDS = 200;
/** The connection was never made: the site cannot have done anything. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|EPROTO|ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO)/;

/**
 * Reads something of a site as its user.
 *
 * @throws AppError `site_unreachable`, `site_login_expired`, `site_refused_post`, or `missing`.
 */
export async function readSite<T>(
  url: string,
  { schema, ...refused }: Asking<T>,
  options: GuardOptions,
): Promise<T> {
  const answer = await guardedFetch(url, options);
  if (isFailure(answer.status))
    throw new AppError("site_unreachable", { detail: `The site answered ${answer.status}.` });
  const body = readJson(answer.text);
  if (answer.status !== 200) throw explain(answer, body, refused);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError("site_unreachable", { detail: "The site's answer could not be read." });
}

/**
 * Asks a site for a change as its user.
 *
 * @throws AppError as `readSite`; `publish_unknown` when the change may have been made.
 */
export async function writeSite<T>(
  url: string,
  write: GuardedWrite & Asking<T>,
  options: GuardOptions,
): Promise<T> {
  const answer = await guardedSend(url, write, options).catch((error: unknown) => {
    throw isUnsure(error) ? new AppError("publish_unknown", {}, { cause: error }) : error;
  });
  if (isFailure(answer.status)) throw new AppError("publish_unknown");
  const body = readJson(answer.text);
  const accepted = [200, 201].includes(answer.status) || write.accepts?.(body) === true;
  if (!accepted) throw explain(answer, body, write);
  const parsed = write.schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError("publish_unknown");
}

/** An address that a site gave and that may be linked to; anything else gives `otherwise`. */
export function linkable(address: string, otherwise: string): string {
  const safe = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return safe ? address : otherwise;
}

/** Also a proxy's word that it gave up waiting. */
function isFailure(status: number): boolean {
  return status >= 500 || status === 408;
}

function isUnsure(error: unknown): boolean {
  if (!(error instanceof AppError) || error.code !== "site_unreachable") return false;
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return cause !== undefined && !NOT_SENT.test(code);
}

function explain(
  { status }: SiteAnswer,
  body: unknown,
  { readMessage, missing }: Omit<Asking<unknown>, "schema">,
): AppError {
  if (status === 401) return new AppError("site_login_expired");
  if (status === 404 || status === 410) return new AppError(missing);
  const words = (readMessage(body) ?? "")
    .replace(/<[^<>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const said = words === "" ? `answered ${status}` : `said: “${cutText(words, MOST_WORDS)}”`;
  return new AppError("site_refused_post", {
    detail: `The site ${said}. Nothing was changed there.`,
  });
}
