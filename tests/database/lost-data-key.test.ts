import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { requireApiKey } from "@/lib/keys/resolve-api-keys";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";

const database = setUpDatabase();

test("an owner whose data key cannot be opened any more enters the key again and goes on", async () => {
  const anna = clerkUser("anna");
  await saveKeyDirectly(anna, { gemini: "g-first-0123456789", exa: "e-first-0123456789" });
  await database()
    .sql`UPDATE data_keys SET wrapped_key = ${randomBytes(61)} WHERE user_id = ${anna}`;
  await expect(requireApiKey(anna, "gemini")).rejects.toMatchObject({ code: "key_undecryptable" });

  const alone = saveKeyDirectly(anna, { gemini: "g-second-0123456789" });
  await expect(alone, "the other key may still be good").rejects.toMatchObject({
    code: "key_undecryptable",
  });
  await saveKeyDirectly(anna, { gemini: "g-second-0123456789", exa: "e-second-0123456789" });
  expect((await requireApiKey(anna, "gemini")).open()).toBe("g-second-0123456789");
  expect((await requireApiKey(anna, "exa")).open()).toBe("e-second-0123456789");
});

test("after a restore without the old key-encryption keys, everybody enters their keys again and goes on", async () => {
  const [ben, carla] = [clerkUser("ben"), clerkUser("carla")];
  await saveKeyDirectly(ben, { gemini: "g-of-ben-0123456789" });
  await saveKeyDirectly(carla, { gemini: "g-of-carla-0123456789" });
  const kek = process.env.KEK_t1;
  Object.assign(process.env, { KEK_CURRENT: "t2", KEK_t2: randomBytes(32).toString("base64url") });
  Reflect.deleteProperty(process.env, "KEK_t1");
  for (const user of [ben, carla])
    await expect(requireApiKey(user, "gemini")).rejects.toMatchObject({
      code: "key_undecryptable",
    });
  await saveKeyDirectly(ben, { gemini: "g-new-0123456789" });
  expect((await requireApiKey(ben, "gemini")).open()).toBe("g-new-0123456789");

  Object.assign(process.env, { KEK_t1: kek });
  expect((await requireApiKey(carla, "gemini")).open()).toBe("g-of-carla-0123456789");
  expect((await requireApiKey(ben, "gemini")).open()).toBe("g-new-0123456789");
});
