import { StepNotAvailable } from "../../_frame/step-not-available";

/** Step 3: who else writes about it, and how deep to dig. */
export function ResearchStep() {
  return (
    <StepNotAvailable promise="Here ALwrity will find your competitors and social accounts with your own search key, and you will choose how deep it researches and what it checks." />
  );
}
