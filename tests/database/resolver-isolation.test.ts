import fc from "fast-check";
import { expect, test } from "vitest";
import { closePool } from "@/lib/db/connect";
import { deleteApiKey } from "@/lib/keys/delete-api-key";
import { resolveApiKeys } from "@/lib/keys/resolve-api-keys";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";
import { reportFigure } from "../world/report-figure";
import { scaled } from "../world/scale";

setUpDatabase();
const OWNER_KEY = "owner-key-that-must-never-be-used-0123";
const USERS = ["a", "b", "c"].map(clerkUser);
const PROVIDERS = ["gemini", "exa"] as const;

type Step =
  | { kind: "resolve"; user: number }
  | { kind: "save"; user: number; provider: number }
  | { kind: "delete"; user: number; provider: number };

const who = fc.nat(USERS.length - 1);
const what = fc.nat(PROVIDERS.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("resolve" as const), user: who }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("save" as const), user: who, provider: what }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("delete" as const), user: who, provider: what }),
  },
);
let serial = 0;

/** Runs one step; a resolve must give keys that carry the user's own name, for their provider. */
async function run(current: Step): Promise<number> {
  const user = USERS[current.user];
  if (!user) throw new Error("no such user");
  if (current.kind === "resolve") return checkOwn(user);
  const provider = PROVIDERS[current.provider];
  if (!provider) throw new Error("no such provider");
  serial += 1;
  if (current.kind === "save")
    await saveKeyDirectly(user, { [provider]: `${user}/${provider}/${serial}` });
  else
    await deleteApiKey(user, provider).catch((error: unknown) =>
      expect(error).toMatchObject({ code: "not_found" }),
    );
  return 0;
}

async function checkOwn(user: (typeof USERS)[number]): Promise<number> {
  const keys = await resolveApiKeys(user);
  for (const [provider, key] of Object.entries(keys)) {
    if (!key.ok) throw new Error(`${user} ${provider}: ${key.code}`);
    expect(key.secret.open().startsWith(`${user}/${provider}/`), key.secret.toString()).toBe(true);
  }
  return 1;
}

test("whatever runs at the same time, a user resolves their own keys and nobody else's", async () => {
  for (const name of ["GEMINI_API_KEY", "EXA_API_KEY"]) Reflect.deleteProperty(process.env, name);
  let resolved = 0;
  const schedules = scaled(10_000);
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 8 }),
      fc.scheduler(),
      async (steps, scheduler) => {
        const started = steps.map((current) =>
          scheduler.schedule(Promise.resolve()).then(() => run(current)),
        );
        await scheduler.waitAll();
        for (const count of await Promise.all(started)) resolved += count;
      },
    ),
    { numRuns: schedules },
  );
  reportFigure(
    "Random schedules of saves, deletions and resolutions of three users",
    `${schedules} schedules, ${resolved} resolutions, 0 of another user's keys`,
  );
  expect(resolved).toBeGreaterThan(schedules);
}, 1_200_000);

test("a planted owner's key is not used when a user has none, nor when the database is away", async () => {
  process.env.GOOGLE_API_KEY_PLANTED = OWNER_KEY;
  const nobody = clerkUser("without_keys");
  expect(await resolveApiKeys(nobody)).toEqual({});
  const url = process.env.DATABASE_URL;
  await closePool();
  process.env.DATABASE_URL = "postgres://nobody:none@localhost:1/none";
  await expect(resolveApiKeys(nobody)).rejects.toMatchObject({ code: "vault_unavailable" });
  process.env.DATABASE_URL = url;
});
