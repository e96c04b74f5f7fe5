import fc from "fast-check";
import type { UserId } from "@/lib/auth/user-id";
import type { NewEvent } from "@/lib/blog/events/append-events";
import { createPost } from "@/lib/blog/posts/create-post";
import { type GenerateInput, generateBody } from "@/lib/blog/schema";
import { clerkUser, saveKeyDirectly } from "../database/save-key-directly";

let serial = 0;

/** A user with both keys, whom no other test of this file has. */
export async function makeUser(): Promise<UserId> {
  serial += 1;
  const user = clerkUser(`posts_${serial}`);
  await saveKeyDirectly(user, { gemini: `ok-g-${serial}`, exa: `ok-e-${serial}` });
  return user;
}

/** Makes a post from a body as a client sends it. */
export function requestPost(user: UserId, input: GenerateInput, key: string | null = null) {
  return createPost(user, generateBody.parse(input), key);
}

/** A queued post of a user of its own. */
export async function makePost(): Promise<{ user: UserId; id: string }> {
  const user = await makeUser();
  const { id } = await requestPost(user, { topic: "Caching in Next.js" });
  return { user, id };
}

/** Any event of a run with two sections. */
const sectionId = fc.constantFrom("sec-1", "sec-2");
const passage = fc.constantFrom("S1.p1", "S1.p2", "S2.p1");
export const anyEvent: fc.Arbitrary<NewEvent> = fc.oneof(
  fc
    .string()
    .map((query): NewEvent => ({ type: "query", data: { query: query.replaceAll("\0", "") } })),
  fc
    .constantFrom("plan" as const, "sections" as const)
    .map((stage): NewEvent => ({ type: "stage", data: { stage, state: "started" } })),
  fc.constant<NewEvent>({
    type: "outline",
    data: {
      title: "A title",
      sections: ["sec-1", "sec-2"].map((id) => ({ id, heading: id, sourceIds: ["S1"] })),
    },
  }),
  sectionId.map((id): NewEvent => ({ type: "section-start", data: { sectionId: id } })),
  sectionId.map((id): NewEvent => ({ type: "section-reset", data: { sectionId: id } })),
  fc
    .tuple(sectionId, fc.constantFrom("word ", "Größe ", "日本 ", '"quoted" ', "\\ "))
    .map(([id, text]): NewEvent => ({ type: "section-delta", data: { sectionId: id, text } })),
  fc.tuple(sectionId, passage).map(
    ([id, passageId]): NewEvent => ({
      type: "citation",
      data: { sectionId: id, passageId, sourceId: "S1", title: "T", url: null, quote: "Q" },
    }),
  ),
  fc.nat(99).map(
    (cents): NewEvent => ({
      type: "cost",
      data: { totalUsd: cents / 100, byProvider: { gemini: cents / 100 } },
    }),
  ),
);
