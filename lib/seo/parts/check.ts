import type { PostDocument } from "../../blog/schema";
import type { Body } from "../read-post-text";
import type { Seo, SeoFix } from "../schema";

/** What the parts look at: the document, its text read once, and what was asked for. */
export type Subject = {
  document: PostDocument;
  body: Body;
  seo: Seo | null;
  /** Empty where none is chosen. */
  keyword: string;
  /** The words that the user asked for; undefined where that is not known. */
  wordCount: number | undefined;
};

/** One thing a part looks at: `value` from 0 to 1, counted `weight` times within its part. */
export type Check = {
  id: string;
  weight: number;
  value: number;
  /** A sentence that is true at this value. */
  message: string;
  /** How code would mend it; asked for only where the check is not passed. */
  fix?: () => SeoFix | undefined;
};

/** A value from which a check counts as passed. */
export const PASSED = 0.995;

/** The sentence for a value: one where it is passed, another where it is not. */
export function say(value: number, passed: string, otherwise: string): string {
  return value >= PASSED ? passed : otherwise;
}

/** "1 section", "3,000 words". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? singular : plural}`;
}
