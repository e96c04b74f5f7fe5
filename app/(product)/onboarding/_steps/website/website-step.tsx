import { StepNotAvailable } from "../../_frame/step-not-available";

/** Step 2: what your site sounds like. */
export function WebsiteStep() {
  return (
    <StepNotAvailable promise="Here ALwrity will read several pages of your website, a text of yours or a description of your business, and learn the style and the readers that your posts should match." />
  );
}
