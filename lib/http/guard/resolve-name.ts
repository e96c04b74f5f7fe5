import "server-only";
import { Resolver } from "node:dns/promises";
import pLimit from "p-limit";
import { LIMITS } from "../../limits/registry";

const inTurn = pLimit(LIMITS.nameLookups);
/** The one name that must not depend on a name server. */
const LOCALHOST = ["127.0.0.1", "::1"];

/** The name servers to ask (the machine's unless told), and the time for one try. */
type Asking = { servers?: string[]; seconds?: number };

/**
 * The addresses of a name, IPv4 first. It is asked of the name servers directly, few at a time and
 * with a limit of time: `dns.lookup` would hold a thread of the process, of which there are four, for
 * as long as a name server is silent, and calls to the providers would wait for it.
 *
 * @throws Error when the name has no address, or no name server answers.
 */
export function resolveName(hostname: string, asking: Asking = {}): Promise<string[]> {
  return hostname === "localhost"
    ? Promise.resolve(LOCALHOST)
    : inTurn(() => ask(hostname, asking));
}

async function ask(hostname: string, { servers, seconds }: Asking): Promise<string[]> {
  const timeout = (seconds ?? LIMITS.nameLookupSeconds) * 1_000;
  const resolver = new Resolver({ timeout, tries: 2 });
  if (servers) resolver.setServers(servers);
  const answers = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ]);
  const addresses = answers.flatMap((answer) =>
    answer.status === "fulfilled" ? answer.value : [],
  );
  if (addresses.length === 0) throw new Error(`${hostname} has no address.`);
  return addresses;
}
