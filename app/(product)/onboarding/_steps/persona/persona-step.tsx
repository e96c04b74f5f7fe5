import { StepNotAvailable } from "../../_frame/step-not-available";

/** Step 4: the voice of the posts. */
export function PersonaStep() {
  return (
    <StepNotAvailable promise="Here ALwrity will draft one writing persona from your own texts, and one for each platform, for you to edit." />
  );
}
