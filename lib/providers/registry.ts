import "server-only";
import { copilotkit } from "./copilotkit";
import { exa } from "./exa";
import { gemini } from "./gemini";
import type { Provider } from "./provider";
import type { ProviderId } from "./schema";

/** THE list of providers. The form, the request's shape, the variables, the live check and the price follow. */
export const PROVIDERS = { gemini, exa, copilotkit } as const satisfies Record<
  ProviderId,
  Provider
>;

/** A provider by id. */
export function getProvider(id: ProviderId): Provider {
  return PROVIDERS[id];
}
