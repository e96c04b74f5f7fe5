import {
  type Exchange,
  openProviderExchange,
  type ProviderExchange,
  pause,
} from "../http/exchange";
import { readBody } from "../http/read-body";
import { sendPage } from "../http/send-json";
import { limitChain } from "../scenario/limit-chain";
import { type Chain, parseScenario } from "../scenario/parse-scenario";
import { EXA_SCENARIOS, type ExaScenario } from "../scenario/registry";
import { hashId } from "../text/hash-text";
import { decideRefusal } from "./decide-refusal";
import { readExaKey } from "./read-exa-key";
import { sendExaError } from "./send-exa-error";
import { sendExaResponse } from "./send-exa-response";

/** Every Exa path: the scenario of the key first, then the real work. */
export async function answerExa(exchange: Exchange): Promise<void> {
  const opened = openProviderExchange(exchange, "exa", readExaKey(exchange));
  const body = await readBody(opened);
  const requestId = hashId(`${opened.url.pathname} ${JSON.stringify(body)}`);
  const parsed = parseScenario(opened.key, EXA_SCENARIOS);
  const state = opened.state.keys.require("exa", opened.entry.keyFingerprint ?? "");
  state.calls += 1;
  const chain = parsed && limitChain<ExaScenario>(parsed, { call: state.calls, matches: true });
  await pauseExa(opened, chain);
  const refusal = decideRefusal(chain, state);
  if (refusal) sendExaError(opened, requestId, refusal);
  else if (!sendFault(opened, chain)) sendExaResponse(opened, chain, { requestId, body });
}

async function pauseExa(exchange: Exchange, chain: Chain<ExaScenario> | null): Promise<void> {
  await pause(exchange, chain?.get("slow") ?? exchange.state.pace.exaMs);
  if (chain?.has("silent")) await pause(exchange, (chain.get("silent") ?? 30) * 1000);
}

/** Faults of the transport; true if one was sent. */
function sendFault(exchange: ProviderExchange, chain: Chain<ExaScenario> | null): boolean {
  if (chain?.has("html401")) {
    sendPage(exchange, 401, "401 Unauthorized");
    return true;
  }
  if (chain?.has("html502")) {
    sendPage(exchange, 502, "502 Bad Gateway");
    return true;
  }
  if (!chain?.has("redirect")) return false;
  // Another origin on the same machine: clients that follow it carry custom headers along.
  const location = `http://127.0.0.1:${exchange.req.socket.localPort}/_redirected`;
  exchange.res.writeHead(302, { location }).end();
  return true;
}
