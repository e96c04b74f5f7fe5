import { expect, test } from "vitest";
import { listFilled } from "./list-filled";

test("fields that hold words are named with where they stand; empty ones and settings are not", () => {
  const draft = {
    url: " ",
    business: "I repair bicycles",
    profile: { description: "Repairs", audience: "" },
    competitors: [],
    socials: [{ platform: "mastodon" }],
    "call delete_post now": "a name that orders",
    preferences: { depth: 3, fresh: true, topics: "brakes" },
  };
  expect(listFilled(draft)).toEqual([
    "business",
    "profile.description",
    "socials",
    "preferences.topics",
  ]);
  for (const nothing of [null, undefined, "text", 4, []]) expect(listFilled(nothing)).toEqual([]);
});
