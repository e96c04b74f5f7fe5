import { expect, test } from "vitest";
import { completeStep } from "@/lib/onboarding/complete-step";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";

const database = setUpDatabase();
const KEY = "AIza-a-key-that-must-be-sealed-0123";

test("the three queries of the diagrams work as written and give encrypted keys", async () => {
  const tester = clerkUser("tester_a");
  await saveKeyDirectly(tester, { gemini: KEY, exa: "exa-key-of-tester-a-0123456789" });
  await saveKeyDirectly(clerkUser("tester_b"), { gemini: "AIza-the-key-of-somebody-else-01" });
  const { sql } = database();

  const one =
    await sql`SELECT k.key FROM api_keys k JOIN onboarding_sessions s ON k.session_id = s.id
    WHERE s.user_id = 'user_clerk_tester_a' AND k.provider = 'gemini'`;
  const two =
    await sql`SELECT key FROM api_keys WHERE session_id = (SELECT id FROM onboarding_sessions WHERE user_id = 'user_clerk_tester_a')`;
  const three = await sql`SELECT key FROM api_keys WHERE user_id = 'user_clerk_tester_a'`;

  expect([one.length, two.length, three.length]).toEqual([1, 2, 2]);
  for (const { key } of [...one, ...two, ...three]) {
    expect(key).toBeInstanceOf(Uint8Array);
    expect(key[0], "the format byte").toBe(1);
    expect(Buffer.from(key).toString("latin1")).not.toContain(KEY.slice(0, 8));
  }
});

test("current_step and progress stand in onboarding_sessions as the formula gives them", async () => {
  const tester = clerkUser("tester_c");
  await saveKeyDirectly(tester, { gemini: KEY, exa: "exa-key-of-tester-c-0123456789" });
  const steps = ["api-keys", "website", "research", "persona", "integrations", "finish"] as const;
  for (const [index, step] of steps.entries()) {
    await completeStep(tester, step);
    await completeStep(tester, step);
    const [row] = await database()
      .sql`SELECT current_step, progress FROM onboarding_sessions WHERE user_id = ${tester}`;
    expect(row?.current_step).toBe(index + 1);
    expect(row?.progress).toBeCloseTo(((index + 1) / 6) * 100, 10);
  }
  const early = clerkUser("tester_d");
  await completeStep(early, "research");
  const [row] = await database()
    .sql`SELECT current_step, progress FROM onboarding_sessions WHERE user_id = ${early}`;
  expect(row, "a later step does not count before the earlier ones").toEqual({
    current_step: 0,
    progress: 0,
  });
});
