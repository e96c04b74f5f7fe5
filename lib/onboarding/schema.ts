import { z } from "zod";

/** The six steps of the wizard as data: order, id, title and whether one may be skipped. */
export const STEPS = [
  { number: 1, id: "api-keys", title: "API keys", required: true },
  { number: 2, id: "website", title: "Website", required: true },
  { number: 3, id: "research", title: "Research", required: true },
  { number: 4, id: "persona", title: "Personalization", required: false },
  { number: 5, id: "integrations", title: "Integrations", required: false },
  { number: 6, id: "finish", title: "Finish", required: true },
] as const;
export type StepId = (typeof STEPS)[number]["id"];

export const stepStatus = z.enum(["pending", "in_progress", "completed", "skipped"]);
export type StepStatus = z.infer<typeof stepStatus>;

/** A step with its state for one user. */
export type StepState = {
  number: number;
  id: StepId;
  title: string;
  required: boolean;
  status: StepStatus;
};

/** Everything a page of the wizard needs: `progress` is in percent, 0 to 100. */
export type OnboardingState = {
  currentStep: number;
  progress: number;
  steps: StepState[];
  completedAt: string | null;
};

/** The same as a browser reads it from an answer. */
export const onboardingState = z.object({
  currentStep: z.number(),
  progress: z.number(),
  steps: z.array(
    z.object({
      number: z.number(),
      id: z.enum(STEPS.map(({ id }) => id)),
      title: z.string(),
      required: z.boolean(),
      status: stepStatus,
    }),
  ),
  completedAt: z.string().nullable(),
}) satisfies z.ZodType<OnboardingState>;

/** Body of `PUT /api/onboarding/steps/{id}/draft`: a form as far as it is filled in. */
export const draftBody = z.record(z.string().max(80), z.unknown());

/** Body of `POST /api/onboarding/reset`; deleting what was entered takes the typed word. */
export const resetBody = z.union([
  z.strictObject({ mode: z.literal("soft"), confirm: z.string().optional() }),
  z.strictObject({ mode: z.literal("hard"), confirm: z.literal("reset") }),
]);
export type ResetBody = z.infer<typeof resetBody>;
