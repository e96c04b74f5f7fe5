import { createHmac } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/webhooks/clerk/route";
import { isErased } from "@/lib/auth/is-erased";
import { signWebhook, WEBHOOK_SIGNING_SECRET } from "../clerk/signed-webhook";
import { clerkUser, saveKeyDirectly } from "../world/database/save-key-directly";
import { setUpDatabase } from "../world/database/set-up-database";

const database = setUpDatabase();
const [anna, ben] = [clerkUser("anna"), clerkUser("ben")];
type Message = ReturnType<typeof signWebhook>;

beforeAll(() => {
  process.env.CLERK_WEBHOOK_SIGNING_SECRET = WEBHOOK_SIGNING_SECRET;
});

const deleted = (id: string) => signWebhook("user.deleted", { id, object: "user", deleted: true });
const send = async ({ headers, body }: Message): Promise<number> => {
  const url = "http://localhost/api/webhooks/clerk";
  return (await POST(new Request(url, { method: "POST", headers, body }))).status;
};
const countKeys = async (user: string) => {
  const rows = await database().sql`SELECT 1 FROM api_keys WHERE user_id = ${user}`;
  return rows.length;
};

/** The same message as if it had been sent at another time, rightly signed. */
function sendAt(message: Message, seconds: number): Message {
  const timestamp = String(Math.floor(Date.now() / 1000) + seconds);
  const key = Buffer.from(WEBHOOK_SIGNING_SECRET.replace("whsec_", ""), "base64");
  const signed = `${message.headers["svix-id"]}.${timestamp}.${message.body}`;
  const signature = createHmac("sha256", key).update(signed).digest("base64");
  const headers = {
    ...message.headers,
    "svix-timestamp": timestamp,
    "svix-signature": `v1,${signature}`,
  };
  return { ...message, headers };
}

test("a message that is forged, changed, old, unsigned or too long is refused and erases nobody", async () => {
  for (const user of [anna, ben]) await saveKeyDirectly(user, { gemini: `g-${user}` });
  const good = deleted(anna);
  const other = { ...good, body: good.body.replace(anna, ben) };
  const forged = {
    ...good,
    headers: { ...good.headers, "svix-signature": `v1,${"A".repeat(43)}=` },
  };
  const { "svix-signature": _, ...unsigned } = good.headers;
  const bare = { ...good, headers: { ...unsigned, "svix-signature": "" } };
  for (const message of [other, forged, bare, sendAt(good, -900), sendAt(good, 900)])
    expect(await send(message)).toBe(401);
  expect(await send({ ...good, body: `${good.body}${" ".repeat(300_000)}` })).toBe(413);
  expect([await countKeys(anna), await countKeys(ben)]).toEqual([1, 1]);
});

test("a deleted user is erased, however often it is told; what else Clerk tells, late or early, changes nothing", async () => {
  expect(await send(signWebhook("user.updated", { id: anna, object: "user" }))).toBe(204);
  expect(await countKeys(anna)).toBe(1);
  const good = deleted(anna);
  expect([await send(good), await send(good), await send(deleted(anna))]).toEqual([204, 204, 204]);
  expect(await send(signWebhook("user.created", { id: anna, object: "user" }))).toBe(204);
  expect([await isErased(anna), await countKeys(anna), await countKeys(ben)]).toEqual([true, 0, 1]);
  await expect(saveKeyDirectly(anna, { gemini: "g-again" })).rejects.toMatchObject({
    code: "unauthenticated",
  });
  const stranger = clerkUser("never_seen");
  expect(await send(deleted(stranger))).toBe(204);
  expect(await isErased(stranger)).toBe(true);
});

test("without a signing secret nobody is believed", async () => {
  Reflect.deleteProperty(process.env, "CLERK_WEBHOOK_SIGNING_SECRET");
  expect(await send(deleted(ben))).toBe(503);
  expect(await countKeys(ben)).toBe(1);
});
