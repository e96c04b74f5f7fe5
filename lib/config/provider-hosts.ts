import "server-only";
import { type Environment, readVar } from "../env";
import type { ConfigProblem } from "../mode";
import { getProvider } from "../providers/registry";
import { PROVIDER_IDS, type ProviderId } from "../providers/schema";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The base URL of each provider, and a problem for each one that keys must not be sent to. */
export type ProviderHosts = { baseUrls: Record<ProviderId, string>; problems: ConfigProblem[] };

/**
 * Where keys may travel: the providers' own hosts, loopback, or https hosts listed in
 * `ALLOWED_PROVIDER_HOSTS` (comma-separated, exact host names).
 */
export function readProviderHosts(env: Environment): ProviderHosts {
  const entries = PROVIDER_IDS.map((id) => [id, readBaseUrl(env, id)] as const);
  const refused = entries.filter(([id, url]) => !isAllowed(env, id, url));
  return {
    baseUrls: Object.fromEntries(entries) as Record<ProviderId, string>,
    problems: refused.map(([id]) => refuse(getProvider(id).baseUrl.variable)),
  };
}

/** True when a base URL is this machine itself: the sandbox, whose replies are simulated. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK.has(new URL(url).hostname);
}

function readBaseUrl(env: Environment, id: ProviderId): string {
  const { variable, standard } = getProvider(id).baseUrl;
  return ((variable && readVar(env, variable)) ?? standard).replace(/\/+$/, "");
}

function isAllowed(env: Environment, id: ProviderId, url: string): boolean {
  if (url === getProvider(id).baseUrl.standard || isLoopback(url)) return true;
  const listed = (readVar(env, "ALLOWED_PROVIDER_HOSTS") ?? "")
    .split(",")
    .map((host) => host.trim());
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && listed.includes(hostname);
}

function refuse(variable = "BASE_URL"): ConfigProblem {
  return {
    variable,
    fix: `Users' keys would be sent to a host that is not the provider's. Remove ${variable}, point it at this machine, or add its https host to ALLOWED_PROVIDER_HOSTS.`,
  };
}
