import "server-only";
import { z } from "zod";
import { approveOutline } from "../../../blog/posts/approve-outline";
import { estimateWriting } from "../../../blog/posts/estimate-writing";
import type { Post } from "../../../blog/schema";
import { LIMITS } from "../../../limits/registry";
import { defineAction, type Outcome, type Setting } from "../action";
import { choosePost, sectionArguments } from "../choose-post";
import { editOutline, OUTLINE_CHANGES, type Part } from "./edit-outline";

const schema = z.strictObject({
  ...sectionArguments,
  change: z.enum(OUTLINE_CHANGES).describe("What to do with the section, or with a new one."),
  heading: z
    .string()
    .trim()
    .max(LIMITS.headingCharacters)
    .optional()
    .describe("The new heading: add, rename, split."),
  position: z
    .int()
    .min(1)
    .max(LIMITS.writtenSections)
    .optional()
    .describe("Its new place, from 1: add, move."),
});
type Args = z.infer<typeof schema>;
const SAYS = {
  add: "Add a section to",
  remove: "Remove a section of",
  move: "Move a section of",
  merge: "Merge two sections of",
  rename: "Rename a section of",
  split: "Split a section of",
} as const;

/** Of a written post it makes a suggestion; with a waiting outline the run goes on, which costs. */
export const changeOutline = defineAction({
  name: "change_outline",
  description: "Add, remove, move, merge, rename or split a section of the outline.",
  args: schema,
  plan: async (setting, args) => {
    const post = await choosePost(setting, args.postId);
    const complete = { ...args, ...nameSection(setting, args), postId: post.id };
    editOutline(toParts(post), complete);
    const waits = post.status === "waiting";
    const title = `${SAYS[args.change]} the outline${waits ? ", and write the post with it" : ""}`;
    const priceUsd = waits ? (await estimateWriting(setting.user, post.id)).estimateUsd : 0;
    return { args: complete, title, priceUsd };
  },
  run: async (setting, args) => {
    const post = await choosePost(setting, args.postId);
    const parts = editOutline(toParts(post), { ...args, ...nameSection(setting, args) });
    return post.status === "waiting" ? goOn(setting, post, parts) : suggest(post, args, parts);
  },
});

function nameSection({ page }: Setting, { sectionId, change }: Args) {
  return change === "add" ? {} : { sectionId: sectionId ?? page.sectionId };
}

function toParts({ document }: Post): Part[] {
  return document.sections.map(({ id, heading, markdown }) => ({ id, heading, markdown }));
}

async function goOn({ user }: Setting, post: Post, parts: Part[]): Promise<Outcome> {
  const known = new Map(post.document.sections.map((section) => [section.id, section]));
  const sections = parts.map(({ id, heading }) => {
    const { sourceIds, words } = known.get(id) ?? {};
    return { ...(known.has(id) ? { id } : {}), heading, sourceIds, words };
  });
  await approveOutline(user, post.id, { sections });
  return {
    told: { status: "writing", postId: post.id },
    link: { href: `/posts/${post.id}`, label: "Watch it being written" },
  };
}

function suggest(post: Post, { change }: Args, sections: Part[]): Outcome {
  const list = (parts: readonly Part[]) => parts.map(({ heading }) => `- ${heading}`).join("\n");
  const shown = {
    label: "Outline",
    before: list(toParts(post)),
    after: list(sections),
    citations: [],
    doubts: [],
  };
  return {
    told: { status: "suggested", outline: sections.map(({ id, heading }) => ({ id, heading })) },
    suggestions: [
      {
        ...{ kind: "post" as const, postId: post.id, basedOn: post.version },
        ...{ title: `${SAYS[change]} the outline`, reason: "As asked in the conversation." },
        ...{ change: { sections }, shown: [shown] },
      },
    ],
  };
}
