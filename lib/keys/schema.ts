import { z } from "zod";
import { LIMITS } from "../limits/registry";
import { KEY_STATUSES, PROVIDER_IDS, providerId } from "../providers/schema";
import { findInvisible } from "./find-invisible";

/** Filler of a mask. A submitted value that contains it is a mask, not a key. */
export const MASK_CHARACTER = "•";
const KEY_CHARACTERS = /^[A-Za-z0-9_.:/+=-]+$/;

/**
 * Refuses only what cannot be a key: a mask, spaces, control characters, other scripts, over-length.
 * There is no prefix rule, since providers change their prefixes.
 */
const keyText = z
  .string()
  .transform((text) => text.replace(/^[ \t]+|[ \t]+$/g, ""))
  .superRefine((text, context) => {
    const problem = findKeyProblem(text);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

function findKeyProblem(text: string): string | undefined {
  if (text === "") return undefined;
  if (text.includes(MASK_CHARACTER))
    return "This is the masked form of a saved key. Paste the whole key, or leave the field empty to keep it.";
  if (text.length > LIMITS.keyCharacters)
    return `A key has at most ${LIMITS.keyCharacters} characters.`;
  const invisible = findInvisible(text);
  if (invisible && !/[ \r\n]/.test(text))
    return `There is an invisible character (${invisible.code}) at place ${invisible.place} of this key. Copy the key again, or remove it.`;
  if (!KEY_CHARACTERS.test(text))
    return "A key has only letters, digits and _ . : / + = -, with no spaces or line breaks.";
  return undefined;
}

/** Body of `POST /api/onboarding/api-keys`: any non-empty subset; an empty field keeps the saved key. */
export const saveApiKeysBody = z
  .strictObject(
    Object.fromEntries(PROVIDER_IDS.map((id) => [id, keyText.optional()])) as Record<
      (typeof PROVIDER_IDS)[number],
      z.ZodOptional<typeof keyText>
    >,
  )
  .refine((body) => Object.values(body).some((text) => text), {
    message: `Send at least one key: ${PROVIDER_IDS.join(", ")}.`,
  });
export type SaveApiKeysBody = z.infer<typeof saveApiKeysBody>;

/** A saved key as its owner sees it: never the key itself. Times are ISO 8601 in UTC. */
export const maskedKey = z.object({
  provider: providerId,
  masked: z.string(),
  status: z.enum(KEY_STATUSES),
  /** Why its provider refuses it: a code of the error table. */
  problem: z.string().nullable(),
  /** Counts the keys that were saved; of a key outside the database it is a fingerprint. */
  version: z.number(),
  /** Where it is kept: `vault` is the database, `file` is `.env.local`, `shell` wins over the file. */
  source: z.enum(["vault", "file", "shell"]),
  /** The variable of the shell that holds it, or "A and B" where all of them have to be unset. */
  variable: z.string().nullable(),
  checkedAt: z.string().nullable(),
  savedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type MaskedKey = z.infer<typeof maskedKey>;

/** A key that its provider refuses: why, and where that is mended. */
export const keyProblem = z.object({
  provider: providerId,
  name: z.string(),
  code: z.string(),
  reason: z.string(),
  fixUrl: z.string(),
  /** As of `maskedKey`: only there can this key be changed. */
  variable: z.string().nullable(),
});
export type KeyProblem = z.infer<typeof keyProblem>;

/** Query of `GET /api/onboarding/api-keys/events`. */
export const timelineQuery = z.strictObject({ cursor: z.coerce.number().int().min(1).optional() });

/** Answer of `GET /api/onboarding/api-keys/events`, newest first; no provider = all keys at once. */
export const keyTimeline = z.object({
  events: z.array(
    z.object({
      id: z.number(),
      provider: z.string().nullable(),
      event: z.string(),
      version: z.number().nullable(),
      detail: z.string().nullable(),
      at: z.string(),
    }),
  ),
  nextCursor: z.number().nullable(),
});
export type KeyTimeline = z.infer<typeof keyTimeline>;

/** Answer of GET and POST `/api/onboarding/api-keys`. */
export const apiKeysAnswer = z.object({
  keys: z.array(maskedKey),
  progress: z.object({ currentStep: z.number(), progress: z.number() }),
});
export type ApiKeysAnswer = z.infer<typeof apiKeysAnswer>;
