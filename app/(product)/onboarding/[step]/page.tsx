import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requirePageUser } from "@/app/_session/require-page-user";
import { readLastFilling } from "@/lib/copilot/suggestions/read-last-filling";
import { getOnboarding } from "@/lib/onboarding/get-onboarding";
import { StepFooter } from "../_frame/step-footer";
import { StepHeading } from "../_frame/step-heading";
import { findStep } from "../steps";

type StepPageProps = { params: Promise<{ step: string }> };

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  return { title: findStep((await params).step)?.title };
}

/** One step of the wizard. */
export default async function StepPage({ params }: StepPageProps) {
  const step = findStep((await params).step);
  if (!step) notFound();
  const user = await requirePageUser();
  const state = await getOnboarding(user);
  return (
    <>
      <StepHeading step={step} />
      {/* A form that was filled in from the conversation begins again with what it then holds. */}
      <step.Body key={await readLastFilling(user)} user={user} state={state} />
      {state.steps
        .filter(({ id }) => id === step.id)
        .map((own) => (
          <StepFooter key={own.id} step={own} />
        ))}
    </>
  );
}
