import type { ReactNode } from "react";
import { type OnboardingState, STEPS, type StepId } from "@/lib/onboarding/schema";
import { ApiKeysStep } from "./_steps/api-keys/api-keys-step";
import { FinishStep } from "./_steps/finish/finish-step";
import { IntegrationsStep } from "./_steps/integrations/integrations-step";
import { PersonaStep } from "./_steps/persona/persona-step";
import { ResearchStep } from "./_steps/research/research-step";
import { WebsiteStep } from "./_steps/website/website-step";
import type { StepProps } from "./step-props";

type StepBody = (props: StepProps) => ReactNode | Promise<ReactNode>;

const BODIES = {
  "api-keys": ApiKeysStep,
  website: WebsiteStep,
  research: ResearchStep,
  persona: PersonaStep,
  integrations: IntegrationsStep,
  finish: FinishStep,
} satisfies Record<StepId, StepBody>;

/** THE wizard: its steps in order, each with the component that renders it. */
export const WIZARD = STEPS.map((step) => ({ ...step, Body: BODIES[step.id] }));

/** The step of a URL, undefined when there is none of that name. */
export function findStep(id: string) {
  return WIZARD.find((step) => step.id === id);
}

/** Where the user goes on: the first step that is neither completed nor skipped, or the last one. */
export function findCurrentStep(state: OnboardingState) {
  const open = state.steps.find((step) => step.status !== "completed" && step.status !== "skipped");
  return WIZARD.find((step) => step.id === open?.id) ?? WIZARD.at(-1);
}
