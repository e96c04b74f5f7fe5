import "server-only";
import type { MaskedKey } from "../keys/schema";
import { listProviderCards } from "../providers/list-provider-cards";
import type { ProviderId } from "../providers/schema";

/** The first required provider without a saved key; undefined when step 1 has all it needs. */
export function findMissingKey(keys: readonly MaskedKey[]): ProviderId | undefined {
  const required = listProviderCards().filter((card) => card.required);
  return required.find(({ id }) => keys.every(({ provider }) => provider !== id))?.id;
}
