import { AppError } from "../../errors";
import { LIMITS } from "../../limits/registry";
import { type AnalyzeBody, analyzeBody } from "../website/schema";

/** One word with a dot and no space, such as `example.org/blog`. */
const ADDRESS = /^(https?:\/\/)?[^\s/]+\.[^\s/.]{2,}([/?#]\S*)?$/i;

/**
 * What somebody has told in one line, as the analysis takes it: an address, also without its scheme,
 * or a description.
 *
 * @throws AppError `invalid` when it is neither.
 */
export function readAbout(about: string): AnalyzeBody {
  const isAddress = ADDRESS.test(about);
  const url = /^https?:/i.test(about) ? about : `https://${about}`;
  const parsed = analyzeBody.safeParse(isAddress ? { url } : { business: about });
  if (parsed.success) return parsed.data;
  const message = isAddress
    ? "This is no address of a public page. Example: https://example.org"
    : `Give the address of your site, or at least ${LIMITS.businessCharacters.least} characters on what you write about.`;
  throw new AppError("invalid", { fields: [{ field: "about", message }] });
}
