import "server-only";
import { callGemini, type Prompt } from "../../calls/call-gemini";
import type { Caller } from "../../calls/caller";
import { retryCall } from "../../calls/retry-call";
import { AppError } from "../../errors";
import { withoutLinks } from "../../markdown/without-links";
import { openCitationFilter } from "../citations/open-citation-filter";

/** A reply with its marks; `dropped` counts the citations that named no known passage. */
export type CitedText = { markdown: string; dropped: number };

type Options = {
  /** Ids of the passages that the text may cite. */
  known: ReadonlySet<string>;
  /** An empty reply is an answer, and no reason to ask again. */
  mayBeEmpty?: boolean;
  /** Hears the whole text so far, whenever it has grown. */
  onText?: (markdown: string) => void;
};

/**
 * Asks Gemini for text that cites known passages alone; everything else that points somewhere is
 * filtered out. A call that breaks off is made again from the beginning.
 *
 * @throws AppError with the code of what happened to the call.
 */
export function askCitedText(
  caller: Caller,
  prompt: Prompt,
  { known, mayBeEmpty = false, onText = () => {} }: Options,
): Promise<CitedText> {
  return retryCall(caller, "gemini", async (asking) => {
    const filter = openCitationFilter(known);
    const written = { markdown: "", dropped: 0 };
    const take = ({ text, dropped }: { text: string; dropped: number }) => {
      written.markdown += text;
      written.dropped += dropped;
      if (text) onText(written.markdown.trim());
    };
    await callGemini(asking, prompt, (text) => take(filter.push(text)));
    take(filter.end());
    const markdown = withoutLinks(written.markdown).trim();
    if (markdown === "" && !mayBeEmpty)
      throw new AppError("reply_malformed", { provider: "gemini" });
    return { ...written, markdown };
  });
}
