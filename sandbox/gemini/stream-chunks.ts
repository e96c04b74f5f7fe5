import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type ProviderExchange, pause } from "../http/exchange";
import type { Chain } from "../scenario/parse-scenario";
import type { GeminiScenario } from "../scenario/registry";
import type { Chunk } from "./build-chunks";
import { internalError } from "./error-table";

/** How a list of chunks is framed: as server-sent events, or as the elements of a JSON array. */
type Framing = {
  type: string;
  open: string;
  frame(json: string, index: number): string;
  close: string;
};

const ARRAY: Framing = {
  type: "application/json; charset=UTF-8",
  open: "[",
  frame: (json, index) => (index === 0 ? json : `,\r\n${json}`),
  close: "]",
};

/** Streams the chunks until the end, the fault of the key's scenario, or the client's hang-up. */
export async function streamChunks(
  exchange: ProviderExchange,
  chain: Chain<GeminiScenario>,
  chunks: Chunk[],
): Promise<void> {
  const { res, entry } = exchange;
  const framing = exchange.url.searchParams.get("alt") === "sse" ? sseFraming(chain) : ARRAY;
  const plan = planFault(chain, chunks.length);
  entry.streamed = true;
  res.writeHead(200, { "content-type": framing.type });
  res.write(framing.open);
  for (const [index, { body, outputTokens }] of chunks.entries()) {
    if (index > 0) await pause(exchange, chain.get("slow") ?? exchange.state.pace.chunkMs);
    const frame = framing.frame(JSON.stringify(body), index);
    if (index === plan.at) return breakOff(exchange, plan.kind, { frame, index, framing });
    // Counted before the write: what was produced is billed, read or not.
    entry.outputTokens = outputTokens;
    await writeFrame(exchange, frame, chain.has("split"));
  }
  res.end(framing.close);
}

function sseFraming(chain: Chain<GeminiScenario>): Framing {
  const end = chain.has("split") ? "\r\n\r\n" : "\n\n";
  return { type: "text/event-stream", open: "", frame: (json) => `data: ${json}${end}`, close: "" };
}

type Fault = "none" | "midstream" | "cut" | "badjson";

/** Which frame breaks, and how. There is always at least one whole frame before it if there are two. */
function planFault(chain: Chain<GeminiScenario>, count: number): { at: number; kind: Fault } {
  const last = count - 1;
  if (chain.has("midstream")) {
    return {
      at: Math.min(chain.get("midstream") ?? Math.ceil(count / 2), last),
      kind: "midstream",
    };
  }
  if (chain.has("cut")) return { at: Math.min(chain.get("cut") ?? 1, last), kind: "cut" };
  return chain.has("badjson") ? { at: last, kind: "badjson" } : { at: -1, kind: "none" };
}

type BrokenFrame = { frame: string; index: number; framing: Framing };

async function breakOff(
  exchange: ProviderExchange,
  kind: Fault,
  { frame, index, framing }: BrokenFrame,
): Promise<void> {
  const { res } = exchange;
  if (kind === "midstream") {
    const error = JSON.stringify({ error: internalError() });
    res.end(framing.frame(error, index) + framing.close);
    return;
  }
  const half = frame.slice(0, Math.floor(frame.length / 2));
  if (kind === "badjson") {
    res.end(half);
    return;
  }
  await writeFrame(exchange, half, false);
  exchange.cut = true;
  res.destroy();
}

/** Writes a frame and lets the event loop turn, so that a hang-up is noticed between frames. */
async function writeFrame(
  exchange: ProviderExchange,
  frame: string,
  split: boolean,
): Promise<void> {
  const { res, signal } = exchange;
  const bytes = Buffer.from(frame);
  const pieces = split ? Array.from(bytes, (byte) => Buffer.of(byte)) : [bytes];
  for (const piece of pieces) {
    const flowing = res.write(piece);
    if (!flowing && !signal.aborted) await once(res, "drain", { signal });
  }
  await nextTurn(undefined, { signal });
}
