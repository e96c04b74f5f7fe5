import { expect, test } from "vitest";
import { dropInvisible, findInvisible } from "./find-invisible";
import { saveApiKeysBody } from "./schema";

const KEY = "AIzaKey-0123456789";
const SIGNS = [
  ["\u200b", "U+200B"],
  ["\u200d", "U+200D"],
  ["\ufeff", "U+FEFF"],
  ["\u00a0", "U+00A0"],
  ["\u00ad", "U+00AD"],
  ["\u2060", "U+2060"],
  ["\u202e", "U+202E"],
  ["\u3000", "U+3000"],
  ["\ufe0f", "U+FE0F"],
  ["\u{e0041}", "U+E0041"],
  ["\u0007", "U+0007"],
] as const;

test.each(SIGNS)(
  "an invisible character is named with its code and place, wherever it stands",
  (sign, code) => {
    expect(findInvisible(KEY + sign)).toEqual({ code, place: KEY.length + 1 });
    expect(findInvisible(sign + KEY)).toEqual({ code, place: 1 });
    expect(dropInvisible(`${sign}AIza${sign}Key${sign}`)).toBe("AIzaKey");
    const refused = saveApiKeysBody.safeParse({ gemini: `AIza${sign}Key` });
    expect(refused.error?.issues[0]?.message).toContain(`(${code}) at place 5`);
  },
);

test("a key that can be seen whole is left as it is", () => {
  for (const key of [KEY, "AQ.Ab8RN6-x_y", "ck_pub_abc", "6f3b0a5e-1c2d-4e5f"]) {
    expect(findInvisible(key)).toBeUndefined();
    expect(dropInvisible(key)).toBe(key);
  }
});
