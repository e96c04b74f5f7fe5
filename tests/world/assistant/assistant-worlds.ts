import { eq } from "drizzle-orm";
import { postCheckpoints, posts } from "@/drizzle/schema/posts";
import type { UserId } from "@/lib/auth/user-id";
import { saveEdit } from "@/lib/blog/edit/save-edit";
import { saveEditBody } from "@/lib/blog/edit/schema";
import { appendEvents } from "@/lib/blog/events/append-events";
import { deletePost } from "@/lib/blog/library/delete-post";
import { asUser } from "@/lib/db/as-user";
import { connectIntegration } from "@/lib/integrations/connect-integration";
import { publishPost } from "@/lib/publish/publish-post";
import { publishBody } from "@/lib/publish/schema";
import { insertReadyPost } from "../posts/insert-ready-post";
import { makePost } from "../posts/make-post";
import { LIBRARY, makeResearchedPost } from "../posts/make-researched-post";
import type { FakeWordpress } from "../sites/fake-wordpress";
import { WORDPRESS_USER } from "../sites/fake-wordpress-users";

/** Where an action is tried: whose page it is, and the post that is on it. */
export type World = { user: UserId; postId: string; page: object };
type MakeWorld = (site: FakeWordpress) => Promise<World>;

const SECTIONS = ["sec-1", "sec-2", "sec-3"].map((id, index) => {
  return { id, heading: `Heading ${index + 1}`, sourceIds: [`S${index + 1}`] };
});
const onPost = (user: UserId, postId: string, sectionId = "sec-2"): World => {
  return { user, postId, page: { place: "post", postId, sectionId } };
};

async function makeWritten(): Promise<World> {
  const { user, post } = await makeResearchedPost();
  const sections = post.document.sections.map(({ id, heading, markdown }) => {
    return { id, heading, markdown: `${markdown}\n\nYou can use it at once.` };
  });
  await saveEdit(user, post.id, saveEditBody.parse({ version: post.version, sections }));
  return onPost(user, post.id);
}

/** Does work that talks to a site on loopback, which production refuses. */
export async function onLoopback<T>(work: () => Promise<T>): Promise<T> {
  process.env.DEBUG = "true";
  try {
    return await work();
  } finally {
    delete process.env.DEBUG;
  }
}

/** Worlds by what is special about them; in each there is one user with both keys and a post. */
export const WORLDS = {
  /** A finished post of three sections. */
  written: makeWritten,
  /** The same, and a page of the wizard. */
  wizard: async () => ({ ...(await makeWritten()), page: { place: "wizard", step: "website" } }),
  /** A post that waits with its outline. */
  outlined: async () => {
    const { user, id } = await makePost();
    const outline = { title: "Caching in Next.js", sections: SECTIONS };
    await appendEvents(user, id, [
      ...LIBRARY.sources.map((data) => ({ type: "source" as const, data })),
      { type: "outline", data: outline },
    ]);
    const kept = { postId: id, userId: user, finishedAt: new Date() };
    await asUser(user, async (tx) => {
      await tx.insert(postCheckpoints).values([
        { ...kept, step: "library", data: LIBRARY },
        { ...kept, step: "outline", data: { ...outline, approved: false } },
      ]);
      await tx.update(posts).set({ status: "waiting" }).where(eq(posts.id, id));
    });
    return onPost(user, id, "sec-1");
  },
  /** A post in the bin. */
  deleted: async () => {
    const world = await makeWritten();
    await deletePost(world.user, world.postId);
    return { ...world, page: { place: "posts" } };
  },
  /** A finished post, a connected site, and another post that is live there. */
  published: async (site) => {
    const world = await makeWritten();
    const { user } = world;
    const login = {
      ...{ kind: "wordpress" as const, siteUrl: site.url, username: WORDPRESS_USER.name },
      secret: WORDPRESS_USER.password,
    };
    await onLoopback(() => connectIntegration(user, login));
    const markdown = "The cache holds 42 pages, and more of it is here [^S1.p1].";
    const other = await insertReadyPost(user, {
      document: {
        title: "The cache and its pages",
        sections: [{ id: "sec-1", heading: "Cache pages", sourceIds: ["S1"], markdown }],
      },
    });
    const order = publishBody.parse({ as: "live", confirm: true });
    await onLoopback(() => publishPost(user, other, order, null));
    return world;
  },
} satisfies Record<string, MakeWorld>;
export type WorldName = keyof typeof WORLDS;
