import type { IncomingMessage } from "node:http";
import { type Faults, openFaults } from "../world/sites/site-faults";
import { type FakeAnswer, type FakeSite, startFakeSite } from "../world/sites/start-fake-site";

/** A site under another address, where something goes wrong on the way to it. */
export type FaultyWay = FakeSite & { faults: Faults };

/** Writes of posts meet faults, as at the fake sites; all else passes. */
const POSTS = /\/wp\/v2\/posts|%2Fwp%2Fv2%2Fposts|\/ghost\/api\/admin\/posts\//i;
/** Said by every hop for itself. */
const OWN_HEADERS = new Set([
  ...["host", "connection", "content-length", "accept-encoding"],
  ...["content-encoding", "transfer-encoding", "keep-alive"],
]);

/**
 * Stands before a real site: passes on what is asked and answered, with its own address in place of
 * the site's, and lets writes meet the faults that are planned.
 */
export async function openFaultyWay(siteUrl: string): Promise<FaultyWay> {
  const faults = openFaults();
  const { origin, pathname } = new URL(siteUrl);
  let own = "";
  const way = await startFakeSite((path, request, body) => {
    const pass = () => passOn(`${origin}${path}`, { request, body, from: origin, to: own });
    return POSTS.test(path) ? faults.answer(request, pass) : pass();
  });
  own = way.url;
  return { ...way, url: `${own}${pathname.replace(/\/$/, "")}`, faults };
}

type Passed = { request: IncomingMessage; body: string; from: string; to: string };

async function passOn(url: string, { request, body, from, to }: Passed): Promise<FakeAnswer> {
  const { method = "GET" } = request;
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    OWN_HEADERS.has(name) || value === undefined ? [] : [[name, String(value)]],
  );
  const sent = method === "GET" || method === "HEAD" ? {} : { body };
  const options = { method, headers: Object.fromEntries(headers), ...sent };
  const answer = await fetch(url, { ...options, redirect: "manual" });
  const rename = (text: string) =>
    text.replaceAll(from, to).replaceAll(escapeSlashes(from), escapeSlashes(to));
  const told = [...answer.headers].filter(([name]) => !OWN_HEADERS.has(name));
  return {
    status: answer.status,
    headers: Object.fromEntries(told.map(([name, value]) => [name, rename(value)])),
    body: rename(await answer.text()),
  };
}

/** As PHP writes an address in JSON. */
function escapeSlashes(text: string): string {
  return text.replaceAll("/", "\\/");
}
