import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { requirePageUser } from "@/app/_session/require-page-user";
import { readLastFilling } from "@/lib/copilot/suggestions/read-last-filling";
import { getOnboarding } from "@/lib/onboarding/get-onboarding";
import { StepFooter } from "../_frame/step-footer";
import { StepHeading } from "../_frame/step-heading";
import { StepSkeleton } from "../_frame/step-skeleton";
import { findStep, type WIZARD } from "../steps";

type StepPageProps = { params: Promise<{ step: string }> };

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  return { title: findStep((await params).step)?.title };
}

/** One step of the wizard: its heading at once, and the rest when what is known of its user is read. */
export default async function StepPage({ params }: StepPageProps) {
  const step = findStep((await params).step);
  if (!step) notFound();
  return (
    <>
      <StepHeading step={step} />
      <Suspense fallback={<StepSkeleton />}>
        <StepBody step={step} />
      </Suspense>
    </>
  );
}

async function StepBody({ step }: { step: (typeof WIZARD)[number] }) {
  const user = await requirePageUser();
  const [state, filling] = await Promise.all([getOnboarding(user), readLastFilling(user)]);
  return (
    <>
      {/* A form that was filled in from the conversation begins again with what it then holds. */}
      <step.Body key={filling} user={user} state={state} />
      {state.steps
        .filter(({ id }) => id === step.id)
        .map((own) => (
          <StepFooter key={own.id} step={own} />
        ))}
    </>
  );
}
