import type { OwnerTotals } from "./schema";

/** The testers of the diagrams, and how many posts each of them writes in a month. */
const TESTERS = [
  { name: "Tester A", posts: 100 },
  { name: "Tester B", posts: 50 },
  { name: "Tester C", posts: 200 },
] as const;

/** Who would pay what in a month. Money in US dollars. */
export type Picture = {
  /** What a finished post has cost on average; null before the first one. */
  postUsd: number | null;
  testers: { name: string; posts: number; usd: number }[];
  owner: { infrastructureUsd: number; apiUsd: number };
};

/** The diagrams' picture for 100 testers, from what posts have really cost. */
export function drawPicture(totals: OwnerTotals, infrastructureUsd: number): Picture {
  const { finishedPosts, finishedUsd, foreignUsd } = totals;
  const postUsd = finishedPosts > 0 ? finishedUsd / finishedPosts : null;
  return {
    postUsd,
    testers: TESTERS.map(({ name, posts }) => ({ name, posts, usd: posts * (postUsd ?? 0) })),
    owner: { infrastructureUsd, apiUsd: foreignUsd },
  };
}
