"use client";
import { useParams } from "next/navigation";
import { STEPS } from "@/lib/onboarding/schema";
import { StepHeading } from "../_frame/step-heading";
import { StepSkeleton } from "../_frame/step-skeleton";

/** What is known of the step at once, whoever comes from another page. */
export default function StepLoading() {
  const { step: id } = useParams<{ step: string }>();
  const step = STEPS.find((one) => one.id === id);
  return (
    <>
      {step && <StepHeading step={step} />}
      <StepSkeleton />
    </>
  );
}
