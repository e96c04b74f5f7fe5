import { z } from "zod";
import { LIMITS } from "../../limits/registry";
import { storableText } from "../../text/storable-text";

const { least, most } = LIMITS.topicCharacters;

/** What a post is about. */
export const topic = z
  .string()
  .overwrite(storableText)
  .trim()
  .max(most)
  .min(least, `Give a topic of ${least} to ${most} characters.`);
