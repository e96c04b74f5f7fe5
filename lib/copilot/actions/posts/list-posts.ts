import "server-only";
import { z } from "zod";
import { listPosts as list } from "../../../blog/library/list-posts";
import { defineAction } from "../action";

const MOST = 20;

export const listPosts = defineAction({
  name: "list_posts",
  description: "List the user's newest posts, or those whose title or topic has some words.",
  args: z.strictObject({ words: z.string().max(200).optional().describe("Words to look for.") }),
  run: async ({ user }, { words }) => {
    const posts = await list(user, words ? { q: words } : {});
    const told = posts.slice(0, MOST).map(({ id, title, status }) => ({ id, title, status }));
    return {
      told: { posts: told, all: posts.length },
      link: { href: "/posts", label: "All posts" },
    };
  },
});
