import { StepNotAvailable } from "../../_frame/step-not-available";

/** Step 6: the summary. */
export function FinishStep() {
  return (
    <StepNotAvailable promise="Here you will see what your setup unlocks, what is still missing, and a link that mends each gap." />
  );
}
