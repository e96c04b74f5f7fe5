import { z } from "zod";
import { workEvents } from "../../http/schema";
import { LIMITS } from "../../limits/registry";
import { storableText } from "../../text/storable-text";
import { PLATFORMS } from "../persona/schema";
import { SETUP_STAGES } from "./setup-stages";

export const setupStage = z.enum(SETUP_STAGES);
export type SetupStage = z.infer<typeof setupStage>;

/** What is made durably: the setup in one press, or one persona by itself. */
export const setupTarget = z.enum(["setup", "core", ...PLATFORMS]);
export type SetupTarget = z.infer<typeof setupTarget>;
export const personaTarget = setupTarget.exclude(["setup"]);
export type PersonaTarget = z.infer<typeof personaTarget>;

/** Body of `POST /api/onboarding/setup`: the address of a site, or a sentence of what one writes about. */
export const setupBody = z.strictObject({
  about: z
    .string()
    .overwrite(storableText)
    .trim()
    .min(1, "Give the address of your site, or say in a sentence what you write about.")
    .max(LIMITS.businessCharacters.most),
});

/** `running` until it is `done`, or was `stopped`, or has `failed` for the reason in `problem`. */
export const setupStatus = z.enum(["running", "done", "failed", "stopped"]);

/**
 * What a page shows of it. `findings` holds the fields of each stage as they have arrived, `costUsd` is in
 * US dollars, `waitUntil` the moment until which a quota is waited for (ISO 8601 in UTC).
 */
export const setupState = z.object({
  id: z.string(),
  about: z.string(),
  status: setupStatus,
  stage: setupStage,
  findings: z.partialRecord(setupStage, z.record(z.string(), z.unknown())),
  problem: workEvents.error.nullable(),
  costUsd: z.number(),
  waitUntil: z.string().nullable(),
});
export type SetupState = z.infer<typeof setupState>;

/** Answer of `GET /api/onboarding/persona/generate`: the personas that are made by themselves, or were. */
export const personaRuns = z.object({
  runs: z.array(z.object({ target: personaTarget, id: z.string() })),
});
export type PersonaRun = z.infer<typeof personaRuns>["runs"][number];

/** The answer of every route of the setup: null where it was never begun. */
export const setupAnswer = z.object({ setup: setupState.nullable() });

/** How a delivery of a stage ended: the setup is over, or goes on, or comes back after so many seconds. */
export type StageEnd = { ended: boolean; waitSeconds?: number };
