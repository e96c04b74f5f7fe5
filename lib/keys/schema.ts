import { z } from "zod";
import { LIMITS } from "../limits/registry";
import { KEY_STATUSES, PROVIDER_IDS, providerId } from "../providers/schema";

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
  checkedAt: z.string().nullable(),
  savedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type MaskedKey = z.infer<typeof maskedKey>;

/** Answer of GET and POST `/api/onboarding/api-keys`. */
export const apiKeysAnswer = z.object({
  keys: z.array(maskedKey),
  progress: z.object({ currentStep: z.number(), progress: z.number() }),
});
export type ApiKeysAnswer = z.infer<typeof apiKeysAnswer>;
