import { expect, test } from "vitest";
import { listAuthorParts } from "@/lib/blog/author/list-author-parts";
import { generateBody } from "@/lib/blog/schema";
import { completeStep } from "@/lib/onboarding/complete-step";
import { researchData } from "@/lib/onboarding/research/schema";
import { summarizeOnboarding } from "@/lib/onboarding/summarize-onboarding";
import { setUpDatabase } from "../world/database/set-up-database";
import { makeUser } from "../world/posts/make-post";

setUpDatabase();

test("the form of a post is told how deep its author wants it researched, and the sites that they prefer", async () => {
  const user = await makeUser();
  expect(await listAuthorParts(user)).toMatchObject({ depth: "basic", preferDomains: [] });
  const preferences = { depth: "auto", preferDomains: ["iea.org"] };
  await completeStep(user, "research", researchData.parse({ preferences }));
  expect(await listAuthorParts(user)).toMatchObject(preferences);
  expect(await summarizeOnboarding(user)).toContainEqual(
    expect.objectContaining({
      step: "research",
      learned: "0 competitors, 0 gaps, research that fits each post",
    }),
  );
});

test("what competitors leave out is offered as angles of a post, each as long as an angle may be", async () => {
  const user = await makeUser();
  expect(await listAuthorParts(user)).toMatchObject({ gaps: [] });
  const gaps = ["Nobody says what it costs to run", `Nobody measures ${"noise ".repeat(60)}`];
  const data = researchData.parse({ gaps: [...gaps, gaps[0]], preferences: {} });
  await completeStep(user, "research", data);
  const offered = (await listAuthorParts(user)).gaps;
  expect(offered).toEqual([gaps[0], expect.stringMatching(/^Nobody measures noise/)]);
  for (const angle of offered)
    expect(generateBody.parse({ topic: "Heat pumps", angle })).toMatchObject({
      topic: "Heat pumps",
    });
});
