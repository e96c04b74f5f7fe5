import "server-only";
import { PROVIDERS } from "./registry";
import { PROVIDER_IDS, type ProviderCard } from "./schema";

/** What the form shows of every provider, in order. Plain data, safe to send to a browser. */
export function listProviderCards(): ProviderCard[] {
  return PROVIDER_IDS.map((id) => PROVIDERS[id].card);
}
