import { z } from "zod";
import { LIMITS } from "../limits/registry";
import { modelId } from "../models/schema";
import { noticeKind } from "../notices/schema";

const { least, most } = LIMITS.postWords;
const ANY_LENGTH = `Give a length of ${least} to ${most.toLocaleString("en-US")} words.`;
const ANY_ZONE = "Give the name of a time zone, such as Europe/Berlin.";

/** A time zone by its name, as both the browser and Postgres know it; an offset such as +01:00 is none. */
export const timeZone = z
  .string()
  .max(60, ANY_ZONE)
  .refine((name) => /^[A-Za-z]/.test(name) && isTimeZone(name), ANY_ZONE);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Body of `PATCH /api/settings`: what is left out stays, null is no preference. Lengths in words. */
export const settingsBody = z
  .strictObject({
    defaultModel: modelId.nullable(),
    defaultWords: z.int(ANY_LENGTH).min(least, ANY_LENGTH).max(most, ANY_LENGTH).nullable(),
    defaultLanguage: z.string().trim().min(1).max(LIMITS.languageCharacters).nullable(),
    researchDepth: z.enum(["basic", "comprehensive", "targeted"]).nullable(),
    timeZone,
    mutedNotices: z.array(noticeKind).max(LIMITS.mutedNotices),
  })
  .partial()
  .refine((body) => Object.keys(body).length > 0, "Name at least one setting.");
export type SettingsBody = z.infer<typeof settingsBody>;

/** What a user prefers; null where they have not said. The cap is in US dollars a calendar month. */
export type Settings = {
  defaultModel: string | null;
  defaultWords: number | null;
  defaultLanguage: string | null;
  researchDepth: "basic" | "comprehensive" | "targeted" | null;
  monthlyCapUsd: number | null;
  timeZone: string;
  mutedNotices: string[];
};
