import { z } from "zod";

/** Every provider a user may bring a key for; `registry.ts` describes each. */
export const PROVIDER_IDS = ["gemini", "exa", "copilotkit"] as const;
export const providerId = z.enum(PROVIDER_IDS);
export type ProviderId = z.infer<typeof providerId>;

/** What a live check found: `unknown` means the provider could not be asked. */
export const KEY_STATUSES = ["valid", "invalid", "unknown"] as const;
export type KeyStatus = (typeof KEY_STATUSES)[number];

/** What a provider's card shows; plain data, safe for the browser. */
export type ProviderCard = {
  id: ProviderId;
  name: string;
  required: boolean;
  /** One sentence: what this product uses it for. */
  purpose: string;
  keyUrl: string;
  /** Where the provider shows calls and bills, and sets limits of its own. */
  consoles: readonly { url: string; label: string }[];
  /** How to get a key, one line a step. */
  steps: readonly string[];
  benefits: readonly string[];
  cost: string;
  /** What the provider does with what is sent to it. */
  dataUse: string;
  /** What the live check does, and what it costs. */
  checkNote: string;
  setupMinutes: number;
  placeholder: string;
};
