import { expect, test } from "vitest";
import { NOTICE_KINDS } from "@/lib/notices/schema";
import type { Settings } from "@/lib/settings/schema";
import { describeCap, describePreferences } from "./describe-settings";

const NONE: Settings = {
  ...{ defaultModel: null, defaultWords: null, defaultLanguage: null, researchDepth: null },
  ...{ monthlyCapUsd: null, timeZone: "UTC", mutedNotices: [] },
};

test("settings are told in a few words, those that nobody has made too", () => {
  expect(describePreferences(NONE)).toMatch(
    /^The model that fits best, [\d,]+ words, all notices$/,
  );
  const [muted = ""] = NOTICE_KINDS;
  const own = { defaultModel: "gemini-9", defaultWords: 2_000, defaultLanguage: "Danish" };
  expect(describePreferences({ ...NONE, ...own, mutedNotices: [muted, "gone"] })).toBe(
    `gemini-9, 2,000 words, Danish, ${NOTICE_KINDS.length - 1} of ${NOTICE_KINDS.length} notices`,
  );
  expect(describeCap(NONE)).toBe("No cap");
  expect(describeCap({ ...NONE, monthlyCapUsd: 5 })).toBe("$5 a month");
});
