import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { anySpoiled, toJson } from "./any-spoiled";

/** What is asked of a model or a search engine; lists and counts, which are free, stay as they are. */
const PAID = /:(streamG|g)enerateContent|^\/(search|contents)/;
/** One frame, or one answer, of so many is spoiled. */
const ONE_OF = 8;

export type SpoilingProxy = { url: string; spoiled: () => number; close: () => Promise<void> };

/** Stands between the product and a provider, and spoils some of what the provider answers, by chance of a seed. */
export async function startSpoilingProxy(target: string, seed: number): Promise<SpoilingProxy> {
  let [spoiled, turn] = [0, 0];
  const spoil = (json: string): string => {
    turn += 1;
    const [drawn = 0] = fc.sample(fc.nat(ONE_OF - 1), { seed: seed + turn, numRuns: 1 });
    if (drawn !== 0) return json;
    spoiled += 1;
    const value: unknown = JSON.parse(json);
    return toJson(fc.sample(anySpoiled(value), { seed: seed + turn, numRuns: 1 })[0]);
  };
  const server = createServer((request, response) => {
    void forward(target, request, response, spoil);
  });
  await new Promise<void>((ready) => server.listen(0, "localhost", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not a TCP server");
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${address.port}`, spoiled: () => spoiled, close };
}

async function forward(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  spoil: (json: string) => string,
): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    /^(x-|content-type)/.test(name) ? [[name, String(value)]] : [],
  );
  const body = method === "POST" ? { body: await text(request) } : {};
  const answer = await fetch(`${target}${url}`, { method, headers, ...body });
  const type = answer.headers.get("content-type") ?? "application/json";
  const whole = await answer.text();
  response.writeHead(answer.status, { "content-type": type });
  if (!PAID.test(url) || !answer.ok) response.end(whole);
  else if (type.startsWith("text/event-stream"))
    response.end(whole.replace(/^data: (.*?)\r?$/gm, (_, json: string) => `data: ${spoil(json)}`));
  else response.end(spoil(whole));
}
