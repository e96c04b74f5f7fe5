import { StepNotAvailable } from "../../_frame/step-not-available";

/** Step 5: where posts are published. */
export function IntegrationsStep() {
  return (
    <StepNotAvailable promise="Here you will connect WordPress or Ghost, so that a finished post can be sent there as a draft." />
  );
}
