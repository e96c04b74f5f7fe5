"use client";
import { useParams } from "next/navigation";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";
import { STEPS } from "@/lib/onboarding/schema";
import styles from "../_frame/frame.module.css";
import { StepHeading } from "../_frame/step-heading";

/** What is known of the step at once, and two rows of a form. */
export default function StepLoading() {
  const { step: id } = useParams<{ step: string }>();
  const step = STEPS.find((one) => one.id === id);
  return (
    <>
      {step && <StepHeading step={step} />}
      <div className={styles.content}>
        <SkeletonLines widths={[24, 100, 62, 50]} label="Loading the step" />
      </div>
      <div className={styles.content}>
        <SkeletonLines widths={[24, 100, 62, 50]} />
      </div>
    </>
  );
}
