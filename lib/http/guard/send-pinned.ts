import "server-only";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { AppError } from "../../errors";
import type { CheckedAddress } from "./check-address";
import { explainFailure } from "./explain-failure";

/** What a site answered. `text` is UTF-8. */
export type SiteAnswer = { status: number; headers: Headers; text: string; url: string };
/** How the address is asked: a GET without a body unless told otherwise. */
type Sending = {
  headers: Headers;
  signal: AbortSignal;
  maxBytes: number;
  /** Only the first `maxBytes` are wanted. */
  cut?: boolean;
  method?: string;
  body?: string | Uint8Array;
};

/**
 * Sends one request to the address that was checked, whatever the name resolves to by now. TLS still
 * verifies the certificate of the name.
 *
 * @throws AppError `site_unreachable`; also for an answer of more than `maxBytes`.
 */
export async function sendPinned(
  { url, address }: CheckedAddress,
  { headers, signal, maxBytes, cut = false, method = "GET", body }: Sending,
): Promise<SiteAnswer> {
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  const options = { method, headers: Object.fromEntries(headers), lookup: pin(address), signal };
  try {
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(url, { ...options, agent: false }, resolve);
      request.on("error", reject);
      request.end(body);
    });
    const text = await readText(message, { maxBytes, cut });
    const received = new Headers();
    for (const [name, value] of Object.entries(message.headers))
      if (typeof value === "string") received.set(name, value);
    return { status: message.statusCode ?? 0, headers: received, text, url: url.href };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw explainFailure(error);
  }
}

function pin(address: string): LookupFunction {
  const family = address.includes(":") ? 6 : 4;
  return (_hostname, { all }, done) =>
    all ? done(null, [{ address, family }]) : done(null, address, family);
}

type Limit = Required<Pick<Sending, "maxBytes" | "cut">>;

async function readText(message: IncomingMessage, { maxBytes, cut }: Limit): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    bytes += chunk.length;
    chunks.push(chunk);
    if (bytes <= maxBytes) continue;
    message.destroy();
    if (cut) break;
    const cause = new Error(`More than ${maxBytes} bytes`);
    throw new AppError(
      "site_unreachable",
      { detail: "The site's answer is too large." },
      { cause },
    );
  }
  return Buffer.concat(chunks).toString("utf8");
}
