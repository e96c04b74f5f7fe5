import type { UserId } from "../../auth/user-id";
import type { KeyStatus, ProviderId } from "../../providers/schema";
import type { Secret } from "../../secret";
import type { MaskedKey } from "../schema";

/** A key that was checked and may be saved. */
export type CheckedKey = {
  provider: ProviderId;
  secret: Secret;
  status: Exclude<KeyStatus, "invalid">;
};
/** Why a saved key cannot be used. */
export type KeyFailure = "key_rejected" | "key_undecryptable";
/** One saved key, opened, or the reason why it cannot be. */
export type ResolvedKey = { ok: true; secret: Secret } | { ok: false; code: KeyFailure };
/** All keys of one user; a provider without a saved key is absent. */
export type ApiKeys = Partial<Record<ProviderId, ResolvedKey>>;

/** Where keys are kept. Every store passes the same contract suite. */
export type KeyStore = {
  /** The user's keys, masked. Opens nothing. */
  list: (user: UserId) => Promise<MaskedKey[]>;
  /** Saves all or none; an existing key of the provider is replaced. */
  save: (user: UserId, keys: CheckedKey[]) => Promise<void>;
  /** @returns false when there was nothing to delete. */
  delete: (user: UserId, provider: ProviderId) => Promise<boolean>;
  /** The user's keys, opened. Never another user's, never the environment's. */
  resolve: (user: UserId) => Promise<ApiKeys>;
};
